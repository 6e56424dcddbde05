"""The SDKs that are compared, each asked for the same things in its own words.

These modules run in the environments of the SDKs, and load nothing that these do not
load themselves: what they load is measured.
"""
