"""The plans and documents that a release names."""
