"""The text of a release, taken apart: lines, paragraphs, sentences, and the days in them."""
