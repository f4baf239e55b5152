"""Whether links lead somewhere: those within a finished site, and the addresses of sources."""
