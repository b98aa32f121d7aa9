"""The person's settings: `config/settings.toml`. What is wrong in it is named, and the default used."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from routines.fault import did_you_mean, quoted
from tui.files import write_whole

MOST_BYTES = 64 * 1024


Known = Mapping[str, Collection[str]]
"""Of the settings that name things: what there is to be named."""


class SettingsError(ValueError):
    """A setting that cannot be; the message says which, and what is allowed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program behaves for this person.

    `tones`, `voice` and `motion` turn the sounds, the spoken words and the moving figure on. Exercises named in
    `leave_out`, and those with a movement named in `leave_out_motions`, are not part of a session.
    `routine` is the one that is done where no other is named.
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
    kind = kind_of(name)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = tuple(value)
    if type(value) is not kind:
        raise SettingsError(f"{name} is {MEANINGS[kind]}")
    for text in _texts(value):
        if not text.strip() or not text.isprintable():
            raise SettingsError(f"{name} cannot hold {quoted(text)}: it takes characters that can be seen")
    changes: dict[str, Any] = {name: value}
    return replace(settings, **changes)


def kind_of(name: str) -> type:
    """What a setting is: bool, str or tuple. Raises SettingsError when there is none of this name."""
    if name not in NAMES:
        raise SettingsError(f"there is no setting {quoted(name)}{did_you_mean(name, NAMES)}")
    return type(getattr(Settings(), name))


def not_known(name: str, value: object, known: Known) -> Iterator[str]:
    """A line for each thing that the setting names and that there is not."""
    for one in _texts(value) if name in known else ():
        if one not in known[name]:
            yield f"{name}: there is no {quoted(one)}{did_you_mean(one, known[name])}"


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def read_settings(path: Path, known: Known | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the file, and a line for each fault of it: `settings.toml:3: ...`. No file: the defaults."""
    try:
        with path.open("rb") as file:
            text = _text(file.read(MOST_BYTES + 1))
        table = tomllib.loads(text)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return Settings(), (f"{path}: cannot be read ({error.strerror or error}); the defaults are used",)
    except (ValueError, RecursionError) as error:
        return Settings(), (f"{path}: cannot be read as TOML ({error}); the defaults are used",)
    return _settings(path, text, table, known or {})


def _text(data: bytes) -> str:
    """The file's text, with the line ends it has. Raises ValueError when it is too long or not UTF-8."""
    if len(data) > MOST_BYTES:
        raise ValueError(f"it is over {MOST_BYTES // 1024} KiB, which no settings are")
    return data.decode("utf-8-sig")  # some editors put a mark before the text


def _settings(
    path: Path, text: str, table: Mapping[str, object], known: Known
) -> tuple[Settings, tuple[str, ...]]:
    settings, faults = Settings(), []
    for name, value in table.items():
        where = f"{path}:{_line(text, name)}:"
        try:
            settings = changed(settings, name, value)
        except SettingsError as error:
            faults.append(f"{where} {error}; the default is used")
        else:
            faults += [f"{where} {wrong}" for wrong in not_known(name, value, known)]
    return settings, tuple(faults)


def _line(text: str, name: str) -> int:
    """The line that sets `name`, counted from 1; the first when it is not found as a plain key."""
    quoted_name = rf"[\"']?{re.escape(name)}[\"']?"
    key = re.compile(rf"\s*(?:\[\[?\s*{quoted_name}\s*[\].]|{quoted_name}\s*[.=])")
    return next((number for number, line in enumerate(text.split("\n"), 1) if key.match(line)), 1)


def parse(name: str, words: str) -> object:
    """A value as it is typed on a command line: `on`, `off`, a text, or names with commas between them.

    Raises SettingsError.
    """
    kind = kind_of(name)
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
        document = tomlkit.parse(_text(path.read_bytes()))
        document[name] = value
        text = tomlkit.dumps(document)
        tomllib.loads(text)
    except FileNotFoundError:
        text = tomlkit.dumps({name: value})
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: cannot be read as TOML ({error}); mend it first") from error
    write_whole(path, text)


def shown(settings: Settings) -> Iterator[str]:
    """A line a setting, as `set` takes it."""
    for name in NAMES:
        value = getattr(settings, name)
        words = {True: "on", False: "off"}[value] if isinstance(value, bool) else value
        yield f"{name} {','.join(words) if isinstance(words, tuple) else words}".rstrip()
