"""Share cards: pictures that stand for pages where links to them are shared."""
