"""The verbs of the product: each one transaction that changes records and appends events. No screen is known here."""
