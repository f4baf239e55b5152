"""What pages of several sorts are made of: rows, statements, source notes, charts, terms."""
