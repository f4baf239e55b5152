"""How programs find the pages: the sitemap, guides at the root, the ids of before."""
