"""The pages of single records: one module a kind, and what the pages of several share."""
