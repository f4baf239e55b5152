"""The records as flat tables, and what is downloaded of them: CSV, a database, an archive."""
