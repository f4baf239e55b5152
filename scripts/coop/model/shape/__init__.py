"""What is read off a model itself: its keys, their order and meanings, the parts inside it."""
