"""Maps without a network: the world's outlines, a window on them, and what is drawn in it."""
