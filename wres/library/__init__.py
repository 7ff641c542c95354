"""The shipped files: organisations, benchmarks, survey results, action plans, case studies.

Each loader reads one kind of file strictly and names a broken one; ``shipped`` reads them all.
"""
