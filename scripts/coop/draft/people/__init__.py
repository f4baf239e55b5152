"""Who heads the sides of the event, and who else took part."""
