"""What helps to write records: one form, first versions, new names, choices, what is stale."""
