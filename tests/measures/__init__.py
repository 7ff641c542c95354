"""Tests of wres/measures."""
