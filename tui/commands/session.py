"""`tolerable session`: straight into a session of a routine."""

from argparse import Namespace

from tui.commands.terminal import require_terminal
from tui.context import Context


def run(arguments: Namespace, context: Context) -> int:
    require_terminal()
    # Only here, where there is a terminal: they take long to import. The app last: a routine may be missing.
    from routines.loader import load_library  # noqa: PLC0415
    from tui.commands.routine import wanted  # noqa: PLC0415

    library = load_library(context.paths.routines)
    routine = wanted(library, arguments.routine)
    from tui.opening import open_app  # noqa: PLC0415

    return open_app(context, journal=context.open_journal, library=library, routine=routine.id, start=True)
