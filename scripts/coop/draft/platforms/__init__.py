"""The platform that meets, and which meeting it is in number."""
