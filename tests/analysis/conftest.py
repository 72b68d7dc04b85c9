"""The engine alone, where the conftest of the platform is not read."""

from hypothesis import settings

# Laws hold or they do not; how long an example takes on a busy machine is no part of them.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
