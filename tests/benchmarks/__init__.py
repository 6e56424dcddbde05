"""Benchmarks against the peers, each printing ratios of one run; never part of the tests."""
