"""From a YAML tree to a typed record, and what is told of a tree that is none."""
