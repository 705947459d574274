"""From files on disk to records, with every problem placed at its line and column."""
