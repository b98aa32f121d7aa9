"""The only reader of routine files, shipped or the person's: YAML to exercises and routines, or to faults.

All faults of all files are reported at once; a file without faults works whatever the others hold.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import yaml

from routines.exercise import Exercise, Routine
from routines.files.build import build_exercise, build_routine, link_cautions
from routines.files.faults import Fault, Place, Report, place_of, printable
from routines.files.tables import Fields
from routines.files.vocabulary import EXERCISE, ROUTINE
from routines.files.yaml_faults import Flaw, SourceError, from_one
from routines.files.yaml_source import compose, read_text

LIBRARY = Path(__file__).parents[1] / "library"
ENDINGS = frozenset({".yaml", ".yml"})
TABLES = {"routine": ROUTINE, "exercise": EXERCISE}
BOTH = "a file holds one or the other, 'routine' or 'exercise'; a routine names its 'exercises'"


@dataclass(frozen=True, slots=True)
class Library:
    """All exercises and routines by id, shipped ones first, and what was wrong with the files of the others."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A file that its tables have read: `kind` is exercise or routine, `own` means the person's."""

    kind: str
    fields: Fields
    report: Report
    own: bool

    @property
    def id(self) -> str | None:
        """The id that it gives, None when that is missing or faulty."""
        id_: str | None = self.fields.get(self.kind)
        return id_


def load_library(own: Path | None = None) -> Library:
    """The shipped library, and the routine files of the folder `own` where there is one."""
    paths, faults = _own_paths(own)
    return _load(_shipped(), paths, faults)


def check_paths(paths: Sequence[Path], own: Path | None = None) -> tuple[Fault, ...]:
    """The faults of these files and folders, read beside the shipped library and the person's folder `own`.

    Empty: all is well. A file is read whatever its ending, of a folder the `.yaml` and `.yml` files. A file from
    elsewhere stands for the one in `own` that has its id, as a draft does.
    """
    given: dict[str, Path] = {}
    faults: list[Fault] = []
    for path in paths:
        found, wrong = _given(path)
        given |= {os.path.realpath(file): file for file in found}
        faults += wrong
    shipped = [path for path in _shipped() if os.path.realpath(path) not in given]
    all_faults = _load(shipped, _with_own(given, own), faults).faults
    given_files = {printable(str(path)) for path in (*paths, *given.values())}
    return tuple(fault for fault in all_faults if fault.file in given_files)


def _with_own(given: Mapping[str, Path], own: Path | None) -> tuple[Path, ...]:
    """The files given and those of the folder in the order in which ids are given away; `given` is by real path."""
    folder = {os.path.realpath(path): path for path in _own_paths(own)[0]}
    elsewhere = (path for real, path in given.items() if real not in folder)
    return (*elsewhere, *(given.get(real, path) for real, path in folder.items()))


def _given(path: Path) -> tuple[tuple[Path, ...], tuple[Fault, ...]]:
    try:
        folder = path.is_dir()
    except OSError:
        folder = False  # reading it as a file says why
    if not folder:
        return (path,), ()
    found, faults = _in_folder(path)
    return found, faults if found or faults else (
        _whole(path, "there is no .yaml or .yml file in this folder"),
    )


def _load(shipped: Iterable[Path], own: Iterable[Path], faults: Iterable[Fault]) -> Library:
    reports: list[Report] = []
    files = [file for path in shipped if (file := _read(path, reports, own=False))]
    files += [file for path in own if (file := _read(path, reports, own=True))]
    _check_ids(files)
    exercises = _exercises(files)
    faulty = _named(files) - exercises.keys()
    routines = {
        r.id: r
        for f in files
        if f.kind == "routine" and (r := build_routine(f.fields, exercises, faulty, f.report, own=f.own))
    }
    found = (fault for report in reports for fault in sorted(report.faults))
    return Library(MappingProxyType(exercises), MappingProxyType(routines), (*faults, *found))


def _exercises(files: Iterable[_File]) -> dict[str, Exercise]:
    """The exercises without faults by id; each may name another, so they are linked when all are built."""
    files = [file for file in files if file.kind == "exercise"]
    built = [(file, e) for file in files if (e := build_exercise(file.fields, file.report))]
    known = {exercise.id: exercise for _, exercise in built}
    faulty = _named(files) - known.keys()
    linked = (link_cautions(e, file.fields, known, faulty, file.report) for file, e in built)
    return {exercise.id: exercise for exercise in linked if exercise is not None}


def _named(files: Iterable[_File]) -> frozenset[str]:
    """The ids of all exercises, with faults or without."""
    return frozenset(file.id for file in files if file.kind == "exercise" and file.id)


def _shipped() -> tuple[Path, ...]:
    return (*sorted(LIBRARY.glob("exercises/*.yaml")), *sorted(LIBRARY.glob("routines/*.yaml")))


def _own_paths(own: Path | None) -> tuple[tuple[Path, ...], tuple[Fault, ...]]:
    if own is None:
        return (), ()
    try:
        own.stat()
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (_unreadable(own, error),)
    return _in_folder(own)


def _in_folder(folder: Path) -> tuple[tuple[Path, ...], tuple[Fault, ...]]:
    """The routine files of a folder in the order of their names; hidden ones are an editor's, not the person's."""
    try:
        names = sorted(folder.iterdir())
    except OSError as error:
        return (), (_unreadable(folder, error),)
    return tuple(p for p in names if p.suffix.lower() in ENDINGS and not p.name.startswith(".")), ()


def _unreadable(folder: Path, error: OSError) -> Fault:
    return _whole(folder, f"cannot be read: {(error.strerror or 'unknown reason').lower()}")


def _whole(path: Path, message: str) -> Fault:
    return Fault(printable(str(path)), 1, 1, "", message)


def _read(path: Path, reports: list[Report], *, own: bool) -> _File | None:
    """Read a file by its tables; None when it is no tree of an exercise or a routine. Its report is appended."""
    report = Report(printable(str(path)))
    reports.append(report)
    try:
        node, flaws = compose(read_text(path))
    except SourceError as error:
        _note(report, error.flaw)
        return None
    for flaw in flaws:
        _note(report, flaw)
    kind = _kind(node, report)
    fields = TABLES[kind].read(node, "", report) if kind else None
    return _File(kind, fields, report, own) if kind and fields else None


def _note(report: Report, flaw: Flaw) -> None:
    report.add(Place(flaw.line, flaw.column, ""), flaw.message)


def _kind(node: yaml.MappingNode, report: Report) -> str | None:
    """Whether a file is a routine or an exercise, as most of its keys say when it does not say so itself."""
    keys = {key.value: key for key, _ in node.value if isinstance(key, yaml.ScalarNode)}
    if keys.keys() >= TABLES.keys():
        second = max((keys[kind] for kind in TABLES), key=lambda key: from_one(key.start_mark))
        report.add(place_of(second, ""), BOTH)
        return None
    shared = {kind: len(keys.keys() & table.keys.keys()) for kind, table in TABLES.items()}
    if any(shared.values()):
        return max(TABLES, key=lambda kind: (kind in keys, shared[kind]))
    report.add(
        place_of(node, ""),
        "must have the key 'routine' or 'exercise' with an id, such as 'routine: my-mornings'",
    )
    return None


def _check_ids(files: Iterable[_File]) -> None:
    """An id belongs to one file; the person's give way to the shipped ones."""
    first: dict[tuple[str, str], _File] = {}
    for file in files:
        if file.id is None:
            continue
        owner = first.setdefault((file.kind, file.id), file)
        if owner is not file:
            file.report.add(file.fields.where(file.kind), _taken(owner, file.id))


def _taken(owner: _File, id_: str) -> str:
    if owner.own:
        return f"the id {id_!r} is taken by {owner.report.file}: choose another"
    return f"the id {id_!r} is a shipped {owner.kind}'s: choose another, such as 'my-{id_}'"
