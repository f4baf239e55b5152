"""What git remembers of the records, and what a change does to them."""
