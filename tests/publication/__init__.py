"""Tests of wres/publication."""
