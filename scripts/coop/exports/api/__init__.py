"""The JSON API: its files, the schemas of what they hold, its description and reference."""
