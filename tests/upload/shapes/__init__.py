"""Each layout of file that is read: made here, with figures worked out by hand."""
