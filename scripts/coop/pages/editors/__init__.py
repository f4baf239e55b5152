"""The pages for editors: what findings and keys mean, and what is wrong while serving."""
