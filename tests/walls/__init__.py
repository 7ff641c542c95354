"""What nobody gets without the role for it: every page and raw route, asked without a browser."""
