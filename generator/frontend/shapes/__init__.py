"""Schemas as they stand: references followed, `allOf` merged, nothing named yet."""
