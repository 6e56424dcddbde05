"""What holds for all tests."""

from hypothesis import settings

# How long a test takes says how busy the machine is, and fails nothing.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
