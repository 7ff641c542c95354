"""What other programs get: the answers of the pages, as plain data with a version."""
