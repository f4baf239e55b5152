"""Who is meant by a name: of the records, or by its form."""
