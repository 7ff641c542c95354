"""Survey extracts with one row a person: counted in a stream, and the people dropped.

``head.head_of`` tells from the first bytes whether a file is one, ``counting.count`` counts it,
``as_reading.reading_of`` turns the counts into a table that is checked as any other.
Nothing of a person is kept: no row, no cell, no number of a line.
"""
