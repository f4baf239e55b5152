"""The bridge to MkDocs: the only code, beside `site_hook.py`, that knows it."""
