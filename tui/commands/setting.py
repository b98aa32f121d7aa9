"""`tolerable set`: show the settings, or change one."""

from argparse import ArgumentParser, Namespace

from tui.commands.terminal import DataError, UsageError
from tui.settings.settings import (
    KnownNames,
    Settings,
    change_setting,
    describe_unknown_names,
    find_setting_type,
    parse_setting,
    setting_lines,
)
from tui.settings.settings_file import read_settings, write_setting
from tui.settings.value_types import SettingsError
from tui.system.environment import Context, Paths
from tui.text.clean import one_line

NAMING = frozenset({"routine", "leave_out", "leave_out_motions"})
"""The settings whose values are names, checked against those that exist."""


def arguments(command: ArgumentParser) -> None:
    command.add_argument("key", nargs="?", metavar="KEY", help="the setting; leave it out to see all")
    command.add_argument(
        "value", nargs="?", metavar="VALUE", help="on or off, a text, or names separated by commas"
    )


def run(arguments: Namespace, context: Context) -> int:
    if arguments.value is None:
        return _show(arguments.key, context.paths)
    value = _value(arguments.key, arguments.value, context.paths)
    try:
        write_setting(context.paths.settings, arguments.key, value)
    except SettingsError as error:
        raise DataError(str(error)) from error
    print(f"Saved: {_setting_line(arguments.key, change_setting(Settings(), arguments.key, value))}")
    return 0


def _known(paths: Paths) -> KnownNames:
    """Return the names that exist."""
    from routines.files.loader import load_library  # noqa: PLC0415 - reading YAML takes long to import
    from tui.settings.preferences import known_names  # noqa: PLC0415 - as above

    return known_names(load_library(paths.routines))


def _show(key: str | None, paths: Paths) -> int:
    """Print all settings, or one. Raises UsageError, and DataError for faults in their file."""
    settings, faults = read_settings(paths.settings)
    if any(getattr(settings, name) != getattr(Settings(), name) for name in NAMING):
        settings, faults = read_settings(paths.settings, _known(paths))
    print(*([_setting_line(key, settings)] if key else map(one_line, setting_lines(settings))), sep="\n")
    if faults:
        raise DataError(*faults)
    return 0


def _setting_line(key: str, settings: Settings) -> str:
    """Return the line of one setting. Raises UsageError when the name is unknown."""
    try:
        find_setting_type(key)
    except SettingsError as error:
        raise UsageError(str(error)) from error
    return next(one_line(line) for line in setting_lines(settings) if line.split()[0] == key)


def _value(key: str, words: str, paths: Paths) -> object:
    """Parse the value of a setting. Raises UsageError."""
    try:
        value = parse_setting(key, words)
        change_setting(read_settings(paths.settings)[0], key, value)
    except SettingsError as error:
        raise UsageError(str(error)) from error
    known = _known(paths) if key in NAMING else {}
    if wrong := next(describe_unknown_names(key, value, known), None):
        raise UsageError(wrong)
    return value
