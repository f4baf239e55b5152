"""The library behind the records: YAML in, pages and data files out."""
