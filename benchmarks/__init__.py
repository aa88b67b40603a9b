"""What textlint costs beside its peers, measured by turns in one run: `python -m benchmarks`."""
