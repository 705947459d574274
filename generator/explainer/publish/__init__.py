"""What machines read: the story's data, its schema, and descriptions of pages as linked data."""
