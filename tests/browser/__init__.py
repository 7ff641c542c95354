"""The running program, driven in a real Chromium."""
