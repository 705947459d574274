"""Measurements beside what users would pick instead; each is run by hand, none in CI."""
