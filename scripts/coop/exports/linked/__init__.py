"""Linked data in the words of schema.org: of the records, and of the site itself."""
