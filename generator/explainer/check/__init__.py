"""The editorial rules: each a small function from a story to problems."""
