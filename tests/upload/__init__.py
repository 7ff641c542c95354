"""Tests of reading, recognising and checking uploaded files."""
