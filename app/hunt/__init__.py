"""The verbs of the product: each is one transaction that changes records and appends events. Knows no screen."""
