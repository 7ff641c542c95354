"""Survey extracts with a row a person: what is counted, what is refused, what is forgotten."""
