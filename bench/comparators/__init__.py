"""What our pages are compared with: bare pages with the same charts, drawn in two ways."""
