"""The pages over many records: the lists of each kind, the timeline, what the home page shows."""
