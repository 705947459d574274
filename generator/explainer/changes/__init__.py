"""Changes: what differs between two states of a story, in words, and the updates that would tell readers."""
