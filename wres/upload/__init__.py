"""Files in: read them, recognise their shape, check them, and turn them into results."""
