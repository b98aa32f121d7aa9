"""Find the routine that a command names."""

from collections.abc import Mapping

from routines.exercise import Routine
from routines.files.faults import did_you_mean, quoted
from routines.files.loader import Library
from tui.commands.terminal import DataError


def find_routine(library: Library, id: str) -> Routine:  # noqa: A002 - an id is what everybody calls it
    """Return the routine with this id.

    Raises DataError, which also names the faults of the person's own files: the routine may be in one of them.
    """
    if (routine := library.routines.get(id)) is not None:
        return routine
    raise DataError(_unknown(library.routines, id), *map(str, library.faults))


def _unknown(routines: Mapping[str, Routine], id: str) -> str:  # noqa: A002
    known = ", ".join(sorted(routines))
    return f"there is no routine {quoted(id)}{did_you_mean(id, routines)}; choose from: {known}"
