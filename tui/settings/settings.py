"""The person's settings: `config/settings.toml`. What is wrong in it is named, and the default used."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import time
from pathlib import Path
from typing import Any

from journal.days import DAY_ENDS
from routines.files.faults import did_you_mean, quoted
from tui.keys import COMMANDS, DEFAULT_KEYMAP, Keymap
from tui.settings.key_setting import KEYS, PREFIX, change_key, find_key_setting, read_key_table
from tui.settings.value_types import (
    ChoiceSetting,
    NamesSetting,
    SettingsError,
    SettingType,
    SwitchSetting,
    TextSetting,
    TimeOfDay,
    WholeNumber,
)
from tui.system.files import write_atomically

MOST_BYTES = 64 * 1024

METRIC, IMPERIAL = "metric", "imperial"

THEMES = (
    "textual-dark",
    "textual-light",
    "ansi-dark",
    "ansi-light",
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "tokyo-night",
)
"""The colours there are. They stand here so that `set` need not ask the screen, which takes long to import."""

MOST_TOLERANCE = 10
LONGEST_LIMIT = 12 * 60
LONGEST_WAIT = 4 * 60

KnownNames = Mapping[str, Collection[str]]
"""Of the settings that name things: what there is to be named."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program behaves for this person.

    `routine` is the one that is done where no other is named. `tones`, `voice` and `motion` turn the sounds, the
    spoken words and the moving figure on. Exercises named in `leave_out`, and those with a movement named in
    `leave_out_motions`, are not part of a session. `units` are those of the lengths in the texts of exercises.

    `day_ends` is the local time at which a diary day ends; `tolerance` the pain, 0 to 10, that the person finds
    tolerable, None where that was not said. `prompt_morning` and `prompt_evening` say whether those two prompts may
    come, the second `evening_from` on. `relief_minutes` after a relief it is asked what it did; `limit_sitting` and
    the other three are the minutes after which a position is too long for this person. 0 is no reminder.
    """

    routine: str = "start"
    tones: bool = True
    voice: bool = True
    motion: bool = True
    units: str = METRIC
    leave_out: tuple[str, ...] = ()
    leave_out_motions: tuple[str, ...] = ()
    day_ends: str = f"{DAY_ENDS:%H:%M}"
    tolerance: int | None = None
    prompt_morning: bool = True
    prompt_evening: bool = True
    evening_from: str = "19:00"
    relief_minutes: int = 30
    limit_sitting: int = 0
    limit_standing: int = 0
    limit_lying: int = 0
    limit_walking: int = 0
    theme: str = THEMES[0]
    emergency_number: str = "112"
    keys: Keymap = DEFAULT_KEYMAP


NAMES = tuple(field.name for field in fields(Settings) if field.name != KEYS)
"""All settings but the keys, which are `keys.NAME` for each command."""

SETTING_TYPES: Mapping[str, SettingType] = {
    "routine": TextSetting(),
    "tones": SwitchSetting(),
    "voice": SwitchSetting(),
    "motion": SwitchSetting(),
    "units": ChoiceSetting((METRIC, IMPERIAL)),
    "leave_out": NamesSetting(),
    "leave_out_motions": NamesSetting(),
    "day_ends": TimeOfDay(last="12:00"),
    "tolerance": WholeNumber(0, MOST_TOLERANCE, missing=True),
    "prompt_morning": SwitchSetting(),
    "prompt_evening": SwitchSetting(),
    "evening_from": TimeOfDay(),
    "relief_minutes": WholeNumber(0, LONGEST_WAIT, step=5),
    "limit_sitting": WholeNumber(0, LONGEST_LIMIT, step=5),
    "limit_standing": WholeNumber(0, LONGEST_LIMIT, step=5),
    "limit_lying": WholeNumber(0, LONGEST_LIMIT, step=5),
    "limit_walking": WholeNumber(0, LONGEST_LIMIT, step=5),
    "theme": ChoiceSetting(THEMES),
    "emergency_number": TextSetting(),
}
"""What each setting is, with its range."""


def change_setting(settings: Settings, name: str, value: object) -> Settings:
    """The settings with this one changed. Raises SettingsError for an unknown name or a wrong value."""
    if name.startswith(PREFIX):
        return replace(settings, keys=change_key(settings.keys, name, value))
    changes: dict[str, Any] = {name: find_setting_type(name).read(name, value)}
    return replace(settings, **changes)


def find_setting_type(name: str) -> SettingType:
    """What a setting is. Raises SettingsError when there is none of this name."""
    if name.startswith(PREFIX):
        return find_key_setting(name)
    if name not in SETTING_TYPES:
        raise SettingsError(f"there is no setting {quoted(name)}{did_you_mean(name, NAMES)}")
    return SETTING_TYPES[name]


def describe_unknown_names(name: str, value: object, known: KnownNames) -> Iterator[str]:
    """A line for each thing that the setting names and that there is not."""
    for one in _texts(value) if name in known else ():
        if one not in known[name]:
            yield f"{name}: there is no {quoted(one)}{did_you_mean(one, known[name])}"


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def read_settings(path: Path, known: KnownNames | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings in the file, and a line for each fault of it: `settings.toml:3: ...`. No file: the defaults."""
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
    """The list of names that the file holds under `name`; None where it cannot be read or holds none."""
    try:
        value, _ = _as_list(name, _read(path)[1].get(name))
        return SETTING_TYPES[name].read(name, value)  # type: ignore[no-any-return]
    except (OSError, ValueError, RecursionError):
        return None


def read_day_ends(path: Path) -> time | None:
    """The local time at which the diary day ends; None when the file sets one that cannot be read."""
    try:
        value = _read(path)[1].get("day_ends", Settings().day_ends)
        return time.fromisoformat(SETTING_TYPES["day_ends"].read("day_ends", value))
    except FileNotFoundError:
        return DAY_ENDS
    except (OSError, ValueError, RecursionError):
        return None


def _read(path: Path) -> tuple[str, Mapping[str, object]]:
    """The text of the file and what it says. Raises OSError, and ValueError, RecursionError when it is no TOML."""
    with path.open("rb") as file:
        text = _text(file.read(MOST_BYTES + 1))
    return text, _table(text)


def _text(data: bytes) -> str:
    """The file's text, with the line ends it has. Raises ValueError when it is too long or not UTF-8."""
    if len(data) > MOST_BYTES:
        raise ValueError(f"it is over {MOST_BYTES // 1024} KiB, which no settings are")
    return data.decode("utf-8-sig")  # some editors put a mark before the text


def _table(text: str) -> Mapping[str, object]:
    """Raises ValueError, RecursionError when the text is no TOML."""
    import tomllib  # noqa: PLC0415 - only where there are settings to read

    return tomllib.loads(text)


def _settings(
    path: Path, text: str, table: Mapping[str, object], known: KnownNames
) -> tuple[Settings, tuple[str, ...]]:
    settings, faults = Settings(), []
    for name, given in table.items():
        where = f"{path}:{_line(text, name)}:"
        if name == KEYS:
            keymap, key_faults = read_key_table(given)
            settings = replace(settings, keys=keymap)
            faults += [
                f"{path}:{_line(text, key)}: {fault}; the default is used" for key, fault in key_faults
            ]
            continue
        value, wrong = _as_list(name, given)
        try:
            settings = change_setting(settings, name, value)
        except SettingsError as error:
            faults.append(f"{where} {error}; the default is used")
        else:
            faults += [f"{where} {fault}" for fault in (*wrong, *describe_unknown_names(name, value, known))]
    return settings, tuple(faults)


def _as_list(name: str, value: object) -> tuple[object, tuple[str, ...]]:
    """The value; a text where a list of names belongs as a list of it alone, with a line that says so."""
    if not isinstance(value, str) or not isinstance(SETTING_TYPES.get(name), NamesSetting):
        return value, ()
    return [value], (f"{name} is a list of names: {quoted(value)} is read as a list of it alone",)


def _line(text: str, name: str) -> int:
    """The line that sets `name`, counted from 1; the first when it is not found as a plain key."""
    quoted_name = rf"[\"']?{re.escape(name)}[\"']?"
    key = re.compile(rf"\s*(?:keys\s*\.\s*)?(?:\[\[?\s*{quoted_name}\s*[\].]|{quoted_name}\s*[.=])")
    return next((number for number, line in enumerate(text.split("\n"), 1) if key.match(line)), 1)


def parse_setting(name: str, words: str) -> object:
    """A value as it is typed on a command line: `on`, `off`, a number, a time, a text, or names with commas between.

    Raises SettingsError.
    """
    return find_setting_type(name).parse(name, words)


def write_setting(path: Path, name: str, value: object) -> None:
    """Set one setting in the file; its comments and everything else in it stay. Raises SettingsError, OSError."""
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - only when something is changed

    kind = find_setting_type(name)
    said = kind.to_toml(kind.read(name, value))
    try:
        text = _with(_text(path.read_bytes()), name, said)
    except FileNotFoundError:
        text = _with("", name, said)
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: cannot be read as TOML ({error}); mend it first") from error
    write_atomically(path, text)


def _with(text: str, name: str, said: object) -> str:
    """The text with the setting in it. Raises ValueError, TOMLKitError, RecursionError when the text is no TOML."""
    import tomlkit  # noqa: PLC0415 - only when something is changed

    _table(text)
    document = tomlkit.parse(text)
    if name.startswith(PREFIX):
        document.setdefault(KEYS, tomlkit.table())[name.removeprefix(PREFIX)] = said
        return tomlkit.dumps(document)
    present = document.get(name)
    if isinstance(said, list) and isinstance(present, list):
        _differ(present, said)
        with suppress(
            ValueError
        ):  # with a comment before its end the list may be written so that it has none
            if _table(made := tomlkit.dumps(document)).get(name) == said:
                return made
        document = tomlkit.parse(text)
    document[name] = said
    return tomlkit.dumps(document)


def _differ(present: list[object], said: Sequence[object]) -> None:
    """Change in the list only what differs, so that the comments in it stay."""
    for part in [part for part in present if part not in said]:
        present.remove(part)
    present.extend([part for part in said if part not in present])


def setting_lines(settings: Settings) -> Iterator[str]:
    """A line a setting, as `set` takes it."""
    for name, kind in SETTING_TYPES.items():
        yield f"{name} {kind.to_text(getattr(settings, name))}".rstrip()
    for command in COMMANDS:
        yield f"{PREFIX}{command.name} {settings.keys.display(command.name)}"
