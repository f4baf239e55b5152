"""Where the event takes place."""
