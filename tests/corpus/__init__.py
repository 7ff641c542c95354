"""The corpus: files as EDI leads hold them, each with what must be read from it and what not.

``python -m tests.corpus`` writes the files and ``manifest.json`` into ``tests/data/files``.
A test that wants to walk over the same files asks ``tests.corpus.manifest.entries()``.
"""
