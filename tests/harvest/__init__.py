"""What a viewer can take away, gathered from the running program and held against the rules."""
