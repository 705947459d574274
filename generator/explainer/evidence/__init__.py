"""Evidence: whether words copied from a source stand in it, and the lock that keeps the answer."""
