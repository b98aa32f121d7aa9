"""Routine files as a person writes them, and what is said of them."""

from pathlib import Path

from routines.files.faults import Fault
from routines.files.loader import check_paths

ROUTINE = "routine: mine\nname: Mine\nexercises: [{}]\n"
EXERCISE = """\
exercise: own-tilt
name: Own tilt
aim: mobility
position: supine
repetition: [{phase: move, seconds: 2}, {phase: hold, seconds: 5}]
dose: {reps: 5, rest: 20}
steps: [Lie down.]
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def messages(faults: tuple[Fault, ...]) -> list[str]:
    """The faults without their file: place, path and message."""
    return [str(fault).removeprefix(f"{fault.file}:") for fault in faults]


def wrong(folder: Path, text: str) -> list[str]:
    return messages(check_paths([written(folder, "own.yaml", text)]))
