"""Attacks on published figures: toy tables worked out by hand, and made trusts of three sizes."""
