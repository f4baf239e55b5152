"""What the project needs of a machine, and how it gets it: standard library only."""
