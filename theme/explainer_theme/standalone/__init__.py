"""A shell of our own around the pages of a story: the theme `explainer`, which needs no other theme."""
