"""`tolerable set`: show the settings, or change one."""

from argparse import Namespace

from routines.loader import load_library
from tui.commands.errors import DataError, UsageError
from tui.context import Context
from tui.settings import (
    Known,
    Settings,
    SettingsError,
    changed,
    kind_of,
    not_known,
    parse,
    read_settings,
    shown,
    write_setting,
)
from tui.shelf import known_names
from tui.text import one_line


def run(arguments: Namespace, context: Context) -> int:
    known = known_names(load_library(context.paths.routines))
    if arguments.value is None:
        return _show(arguments.key, context, known)
    value = _value(arguments.key, arguments.value, known)
    try:
        write_setting(context.paths.settings, arguments.key, value)
    except SettingsError as error:
        raise DataError(str(error)) from error
    print(f"Saved: {_only(arguments.key, changed(Settings(), arguments.key, value))}")
    return 0


def _show(key: str | None, context: Context, known: Known) -> int:
    """Print all settings as they hold, or one. Raises UsageError, and DataError for what is wrong in their file."""
    settings, faults = read_settings(context.paths.settings, known)
    print(*([_only(key, settings)] if key else map(one_line, shown(settings))), sep="\n")
    if faults:
        raise DataError(*faults)
    return 0


def _only(key: str, settings: Settings) -> str:
    """The line of one setting. Raises UsageError when there is none of this name."""
    try:
        kind_of(key)
    except SettingsError as error:
        raise UsageError(str(error)) from error
    return next(one_line(line) for line in shown(settings) if line.split()[0] == key)


def _value(key: str, words: str, known: Known) -> object:
    """What the words mean for this setting. Raises UsageError."""
    try:
        value = parse(key, words)
        changed(Settings(), key, value)
    except SettingsError as error:
        raise UsageError(str(error)) from error
    if wrong := next(not_known(key, value, known), None):
        raise UsageError(wrong)
    return value
