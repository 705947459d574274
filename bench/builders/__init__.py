"""How fast sites are built, beside other site generators and beside what we want; see `__main__`."""
