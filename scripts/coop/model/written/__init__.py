"""What editors write as a value, how it is read, and what they most likely meant by it."""
