"""`tolerable demo`: the dashboard with an example diary; nothing is saved."""

from argparse import ArgumentParser, Namespace
from functools import partial

from tui.commands.terminal import require_terminal
from tui.system.environment import Context

TRUTHS = ("medium", "flat", "more", "less", "plateau")
"""The values of `journal.synthetic.Truth`, which takes long to import."""


def arguments(command: ArgumentParser) -> None:
    command.add_argument("--truth", choices=TRUTHS, default="medium", help="the pattern hidden in the diary")


def run(arguments: Namespace, context: Context) -> int:
    require_terminal()
    # Only here, where there is a terminal: they take long to import.
    from journal.synthetic.days import Truth  # noqa: PLC0415
    from routines.files.loader import load_library  # noqa: PLC0415
    from tui.demo.diary import example_journal  # noqa: PLC0415
    from tui.launch import open_app  # noqa: PLC0415

    library = load_library(context.paths.routines)
    journal = partial(example_journal, context, library, Truth(arguments.truth))
    return open_app(context, journal=journal, library=library, demo=True)
