"""Pictures of the records: where marks, lanes and boxes stand, for templates to draw as SVG."""
