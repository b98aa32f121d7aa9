"""`python -m tui` is `tolerable`."""

import sys

from tui.cli import main

sys.exit(main())
