"""The kinds of record: one module each, and what all of them have."""
