"""When the event takes place."""
