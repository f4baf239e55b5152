"""From a press release to the draft of a record: each value with the paragraph that says it."""
