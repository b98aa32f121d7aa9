"""The person's settings: `config/settings.toml`. What is wrong in it is named, and the default used."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from routines.fault import did_you_mean, quoted
from tui.files import write_whole

MOST_BYTES = 64 * 1024


class SettingsError(ValueError):
    """A setting that cannot be; the message says which, and what is allowed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program behaves for this person.

    `tones`, `voice` and `motion` turn the sounds, the spoken words and the moving figure on. Exercises named in
    `leave_out`, and those with a movement named in `leave_out_motions`, are not part of a session.
    `routine` is the one that the dashboard opens with.
    """

    tones: bool = True
    voice: bool = True
    motion: bool = True
    emergency_number: str = "112"
    leave_out: tuple[str, ...] = ()
    leave_out_motions: tuple[str, ...] = ()
    routine: str = "start"


NAMES = tuple(field.name for field in fields(Settings))

MEANINGS: Mapping[type, str] = {
    bool: "true or false",
    str: "a text in quotes",
    tuple: 'a list of names, like ["superman"]',
}


def changed(settings: Settings, name: str, value: object) -> Settings:
    """The settings with this one changed. Raises SettingsError for an unknown name or a wrong value."""
    if name not in NAMES:
        raise SettingsError(f"there is no setting {quoted(name)}{did_you_mean(name, NAMES)}")
    kind = type(getattr(Settings(), name))
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = tuple(value)
    if type(value) is not kind:
        raise SettingsError(f"{name} is {MEANINGS[kind]}")
    changes: dict[str, Any] = {name: value}
    return replace(settings, **changes)


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the file, and a line for each fault of it: `settings.toml:3: ...`. No file: the defaults."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            return Settings(), (
                f"{path}: over {MOST_BYTES // 1024} KiB, which no settings are; the defaults are used",
            )
        text = data.decode("utf-8")
        table = tomllib.loads(text)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Settings(), (f"{path}: cannot be read as TOML ({error}); the defaults are used",)
    return _settings(path, text, table)


def _settings(path: Path, text: str, table: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
    settings, faults = Settings(), []
    for name, value in table.items():
        try:
            settings = changed(settings, name, value)
        except SettingsError as error:
            faults.append(f"{path}:{_line(text, name)}: {error}; the default is used")
    return settings, tuple(faults)


def _line(text: str, name: str) -> int:
    """The line that sets `name`, counted from 1; the first when it is not found as a plain key."""
    key = re.compile(rf"\s*\[?\s*[\"']?{re.escape(name)}[\"']?\s*[\].=]")
    return next((number for number, line in enumerate(text.splitlines(), 1) if key.match(line)), 1)


def parse(name: str, words: str) -> object:
    """A value as it is typed on a command line: `on`, `off`, a text, or names with commas between them."""
    if name not in NAMES:
        raise SettingsError(f"there is no setting {quoted(name)}{did_you_mean(name, NAMES)}")
    kind = type(getattr(Settings(), name))
    if kind is bool:
        return _switch(name, words)
    return words if kind is str else [part for part in (p.strip() for p in words.split(",")) if part]


def _switch(name: str, words: str) -> bool:
    known = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}
    if words.lower() not in known:
        raise SettingsError(f"{name} is on or off, not {quoted(words)}")
    return known[words.lower()]


def write_setting(path: Path, name: str, value: object) -> None:
    """Set one setting in the file; its comments and everything else in it stay. Raises SettingsError, OSError."""
    import tomlkit  # noqa: PLC0415 - only when something is changed
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    changed(Settings(), name, value)
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read as TOML ({error}); mend it first") from error
    document[name] = value
    write_whole(path, tomlkit.dumps(document))


def shown(settings: Settings) -> Iterator[str]:
    """A line a setting, as `set` takes it."""
    for name in NAMES:
        value = getattr(settings, name)
        words = {True: "on", False: "off"}[value] if isinstance(value, bool) else value
        yield f"{name} {','.join(words) if isinstance(words, tuple) else words}".rstrip()
