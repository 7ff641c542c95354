"""Tests of wres/comparisons."""
