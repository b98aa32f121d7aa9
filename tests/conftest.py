"""Settings for all tests."""

import os

from hypothesis import settings

# No deadline: on a busy machine an example that takes longer says nothing about the program. The examples in CI are
# the same each time, so that a failure there can be repeated anywhere.
settings.register_profile("tolerable", deadline=None)
settings.register_profile("ci", parent=settings.get_profile("tolerable"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "tolerable")
