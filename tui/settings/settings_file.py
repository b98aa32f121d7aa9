"""Reads and writes `config/settings.toml`. Each fault is named with its line, and the default used."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import time
from pathlib import Path

from journal.days import DAY_ENDS
from routines.files.faults import quoted
from tui.settings.key_setting import KEYS, PREFIX, read_key_table
from tui.settings.settings import (
    SETTING_TYPES,
    KnownNames,
    Settings,
    change_setting,
    describe_unknown_names,
    find_setting_type,
)
from tui.settings.value_types import (
    NamesSetting,
    SettingsError,
)
from tui.system.files import write_atomically

MOST_BYTES = 64 * 1024


def read_settings(path: Path, known: KnownNames | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the file, and a line for each fault in it: `settings.toml:3: ...`. Without a file, the defaults."""
    try:
        text, table = _read(path)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return Settings(), (f"{path}: cannot be read ({error.strerror or error}); the defaults are used",)
    except (ValueError, RecursionError) as error:
        return Settings(), (f"{path}: cannot be read as TOML ({error}); the defaults are used",)
    return _settings(path, text, table, known or {})


def read_list(path: Path, name: str) -> tuple[str, ...] | None:
    """The list of names in the file under `name`; None when there is none or it cannot be read."""
    try:
        value, _ = _as_list(name, _read(path)[1].get(name))
        return SETTING_TYPES[name].read(name, value)  # type: ignore[no-any-return]
    except (OSError, ValueError, RecursionError):
        return None


def read_day_ends(path: Path) -> time | None:
    """The local time at which a day ends; None when the file sets one that cannot be read."""
    try:
        value = _read(path)[1].get("day_ends", Settings().day_ends)
        return time.fromisoformat(SETTING_TYPES["day_ends"].read("day_ends", value))
    except FileNotFoundError:
        return DAY_ENDS
    except (OSError, ValueError, RecursionError):
        return None


def _read(path: Path) -> tuple[str, Mapping[str, object]]:
    """The text of the file and its values. Raises OSError; ValueError or RecursionError when it is not TOML."""
    with path.open("rb") as file:
        text = _text(file.read(MOST_BYTES + 1))
    return text, _table(text)


def _text(data: bytes) -> str:
    """The decoded text; line ends stay as they are. Raises ValueError when it is too long or not UTF-8."""
    if len(data) > MOST_BYTES:
        raise ValueError(f"it is over {MOST_BYTES // 1024} KiB, too large for settings")
    return data.decode("utf-8-sig")  # some editors write a byte order mark


def _table(text: str) -> Mapping[str, object]:
    """The values in the text. Raises ValueError or RecursionError when it is not TOML."""
    import tomllib  # noqa: PLC0415 - needed only when there is a file

    return tomllib.loads(text)


def _settings(
    path: Path, text: str, table: Mapping[str, object], known: KnownNames
) -> tuple[Settings, tuple[str, ...]]:
    settings, faults = Settings(), []
    for name, given in table.items():
        if name == KEYS:
            settings, key_faults = _settings_with_keys(settings, path, text, given)
            faults += key_faults
            continue
        where = f"{path}:{_line(text, name)}:"
        value, wrong = _as_list(name, given)
        try:
            settings = change_setting(settings, name, value)
        except SettingsError as error:
            faults.append(f"{where} {error}; the default is used")
        else:
            faults += [f"{where} {fault}" for fault in (*wrong, *describe_unknown_names(name, value, known))]
    return settings, tuple(faults)


def _settings_with_keys(
    settings: Settings, path: Path, text: str, table: object
) -> tuple[Settings, list[str]]:
    keymap, faults = read_key_table(table)
    lines = [f"{path}:{_line(text, key)}: {fault}; the default is used" for key, fault in faults]
    return replace(settings, keys=keymap), lines


def _as_list(name: str, value: object) -> tuple[object, tuple[str, ...]]:
    """The value, and faults. A text where a list of names belongs becomes a list with that one name."""
    if not isinstance(value, str) or not isinstance(SETTING_TYPES.get(name), NamesSetting):
        return value, ()
    return [value], (f"{name} is a list of names: {quoted(value)} is read as a list with that one name",)


def _line(text: str, name: str) -> int:
    """The number of the line that sets `name`, from 1; 1 when no plain key is found."""
    quoted_name = rf"[\"']?{re.escape(name)}[\"']?"
    key = re.compile(rf"\s*(?:keys\s*\.\s*)?(?:\[\[?\s*{quoted_name}\s*[\].]|{quoted_name}\s*[.=])")
    return next((number for number, line in enumerate(text.split("\n"), 1) if key.match(line)), 1)


def write_setting(path: Path, name: str, value: object) -> None:
    """Set one setting in the file; comments and everything else stay. Raises SettingsError, OSError."""
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - needed only to write

    kind = find_setting_type(name)
    written = kind.to_toml(kind.read(name, value))
    try:
        text = _with_setting(_text(path.read_bytes()), name, written)
    except FileNotFoundError:
        text = _with_setting("", name, written)
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: cannot be read as TOML ({error}); correct it first") from error
    write_atomically(path, text)


def _with_setting(text: str, name: str, written: object) -> str:
    """The text with this setting changed. Raises ValueError, TOMLKitError or RecursionError when it is not TOML."""
    import tomlkit  # noqa: PLC0415 - needed only to write

    _table(text)
    document = tomlkit.parse(text)
    if name.startswith(PREFIX):
        document.setdefault(KEYS, tomlkit.table())[name.removeprefix(PREFIX)] = written
        return tomlkit.dumps(document)
    present = document.get(name)
    if isinstance(written, list) and isinstance(present, list):
        _update_list(present, written)
        # A comment before its closing bracket can make tomlkit write the list without that bracket.
        with suppress(ValueError):
            if _table(changed := tomlkit.dumps(document)).get(name) == written:
                return changed
        document = tomlkit.parse(text)
    document[name] = written
    return tomlkit.dumps(document)


def _update_list(present: list[object], written: Sequence[object]) -> None:
    """Remove and add only what differs, so that comments in the list stay."""
    for part in [part for part in present if part not in written]:
        present.remove(part)
    present.extend([part for part in written if part not in present])
