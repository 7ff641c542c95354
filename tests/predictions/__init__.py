"""Tests of wres/predictions."""
