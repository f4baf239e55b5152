"""Records as pages: the view that a page has of them, its template, a room for each sort."""
