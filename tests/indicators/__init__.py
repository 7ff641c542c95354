"""Tests of the indicators and of finding them by ordinary words."""
