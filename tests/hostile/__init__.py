"""Texts made to hurt whoever reads them, put wherever somebody can write."""
