"""What a story is: its records, their dates and how they refer to one another."""
