"""`python -m tui` is `tolerable`."""

import sys

from tui.cli import script

sys.exit(script())
