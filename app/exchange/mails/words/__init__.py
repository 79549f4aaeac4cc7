"""The words by which mail is understood: tables that anybody can add to, and the patterns that are made of them."""
