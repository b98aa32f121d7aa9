"""The settings of a person: names, types and defaults."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from journal.days import DAY_ENDS
from routines.files.faults import did_you_mean, quoted
from tui.keys import COMMANDS, DEFAULT_KEYMAP, Keymap
from tui.settings.key_setting import KEYS, PREFIX, change_key, find_key_setting
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
"""The themes of Textual. They are listed here because `set` must not import Textual, which is slow."""

MOST_TOLERANCE = 10
LONGEST_LIMIT = 12 * 60
LONGEST_WAIT = 4 * 60

KnownNames = Mapping[str, Collection[str]]
"""For settings that refer to things by name: the names that exist."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program behaves for a person.

    `routine` is used when no other is named. `tones`, `voice` and `motion` turn the tones, the voice and the moving
    figure on. Exercises in `leave_out`, and those with a movement in `leave_out_motions`, are excluded from sessions.
    `units` are those of lengths in the texts of exercises.

    `day_ends` is the local time at which a diary day ends. `tolerance` is the pain, 0 to 10, that the person finds
    tolerable, or None. `prompt_morning` and `prompt_evening` allow these reminders, the second from `evening_from` on.
    `relief_minutes` after a relief, a reminder asks how it helped; `limit_sitting` and the other three are the minutes
    after which a reminder says how long a position has lasted. 0 means no reminder. `keys` are the keys of commands.
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
"""The type of each setting, with its range."""


def change_setting(settings: Settings, name: str, value: object) -> Settings:
    """The settings with one changed. Raises SettingsError for an unknown name or a wrong value."""
    if name.startswith(PREFIX):
        return replace(settings, keys=change_key(settings.keys, name, value))
    changes: dict[str, Any] = {name: find_setting_type(name).read(name, value)}
    return replace(settings, **changes)


def find_setting_type(name: str) -> SettingType:
    """The type of a setting. Raises SettingsError for an unknown name."""
    if name.startswith(PREFIX):
        return find_key_setting(name)
    if name not in SETTING_TYPES:
        raise SettingsError(f"there is no setting {quoted(name)}{did_you_mean(name, NAMES)}")
    return SETTING_TYPES[name]


def describe_unknown_names(name: str, value: object, known: KnownNames) -> Iterator[str]:
    """A line for each name in the setting that does not exist."""
    for text in _texts(value) if name in known else ():
        if text not in known[name]:
            yield f"{name}: there is no {quoted(text)}{did_you_mean(text, known[name])}"


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def parse_setting(name: str, words: str) -> object:
    """The value of typed words: `on`, `off`, a number, a time, a text, or names separated by commas.

    Raises SettingsError.
    """
    return find_setting_type(name).parse(name, words)


def setting_lines(settings: Settings) -> Iterator[str]:
    """One line for each setting, in the form that `tolerable set` reads."""
    for name, kind in SETTING_TYPES.items():
        yield f"{name} {kind.to_text(getattr(settings, name))}".rstrip()
    for command in COMMANDS:
        yield f"{PREFIX}{command.name} {settings.keys.display(command.name)}"
