"""`tolerable`: the dashboard."""

from argparse import Namespace

from tui.commands.terminal import require_terminal
from tui.system.environment import Context


def run(_arguments: Namespace, context: Context) -> int:
    require_terminal()
    # Only here, where there is a terminal: both take long to import.
    from routines.files.loader import load_library  # noqa: PLC0415
    from tui.launch import open_app  # noqa: PLC0415

    return open_app(context, journal=context.open_journal, library=load_library(context.paths.routines))
