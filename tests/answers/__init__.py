"""Tests of wres/answers."""
