"""What kind of event it is, and whether it was held."""
