"""Tests of each shape of file."""
