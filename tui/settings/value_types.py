"""Types of settings: switch, number, time, choice, text, names. Each reads, parses and writes its values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from routines.files.faults import did_you_mean, quoted

SWITCHES = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}

NOTHING = "none"
"""A missing number in the file, since TOML has no null."""

NO_NUMBER = frozenset({NOTHING, "off", "never", "no"})
"""What a person can type for no number."""

CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"

FEW = 4
"""Up to this many words are all listed in the message about a wrong one."""


class SettingsError(ValueError):
    """A wrong setting; the message names it and says what is allowed."""


class SettingType(Protocol):
    """The type of a setting."""

    def read(self, name: str, value: object) -> Any:
        """The value from the file or a screen, checked. Raises SettingsError about the setting `name`."""

    def parse(self, name: str, words: str) -> object:
        """The value from typed words, ready for `read`. Raises SettingsError."""

    def to_toml(self, value: Any) -> object:
        """The value as the file holds it."""

    def to_text(self, value: Any) -> str:
        """The value as text that `parse` reads."""


@dataclass(frozen=True, slots=True)
class SwitchSetting:
    """On or off."""

    def read(self, name: str, value: object) -> bool:
        if not isinstance(value, bool):
            raise SettingsError(f"{name} is true or false")
        return value

    def parse(self, name: str, words: str) -> object:
        if words.lower() not in SWITCHES:
            raise SettingsError(f"{name} is on or off, not {quoted(words)}")
        return SWITCHES[words.lower()]

    def to_toml(self, value: bool) -> object:  # noqa: FBT001 - the value itself
        return value

    def to_text(self, value: bool) -> str:  # noqa: FBT001 - as above
        return "on" if value else "off"


@dataclass(frozen=True, slots=True)
class TextSetting:
    """A text on one line, without spaces around it."""

    def read(self, name: str, value: object) -> str:
        if not isinstance(value, str):
            raise SettingsError(f"{name} is a text in quotes")
        return _visible(name, value.strip())

    def parse(self, name: str, words: str) -> object:  # noqa: ARG002 - any words are valid
        return words

    def to_toml(self, value: str) -> object:
        return value

    def to_text(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class ChoiceSetting:
    """One of some words."""

    words: tuple[str, ...]

    def read(self, name: str, value: object) -> str:
        if isinstance(value, str) and value in self.words:
            return value
        given = value if isinstance(value, str) else ""
        near = did_you_mean(given, self.words)
        if len(self.words) > FEW:
            raise SettingsError(f"{name}: there is no {quoted(given)}{near}")
        raise SettingsError(f"{name} is {' or '.join(map(_in_quotes, self.words))}{near}")

    def parse(self, name: str, words: str) -> object:  # noqa: ARG002 - `read` checks them
        return words.lower()

    def to_toml(self, value: str) -> object:
        return value

    def to_text(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A local time `HH:MM` from `first` to `last`."""

    first: str = "00:00"
    last: str = "23:59"

    def read(self, name: str, value: object) -> str:
        clock = value if isinstance(value, str) and re.fullmatch(CLOCK, value) else ""
        if clock and self.first <= clock <= self.last:
            return clock
        raise SettingsError(f"{name} is a time in quotes from {self.first} to {self.last}, like {self._like}")

    @property
    def _like(self) -> str:
        return _in_quotes("04:00" if self.last < "19:00" else "19:00")

    def parse(self, name: str, words: str) -> object:  # noqa: ARG002 - `read` checks it
        hour, colon, minute = words.strip().partition(":")
        return f"{hour.zfill(2)}{colon}{minute}"

    def to_toml(self, value: str) -> object:
        return value

    def to_text(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number from `least` to `most`, or None if it can be `missing`. An arrow key changes it by `step`."""

    least: int
    most: int
    step: int = 1
    missing: bool = False

    def read(self, name: str, value: object) -> int | None:
        if self.missing and (value is None or value == NOTHING):
            return None
        if type(value) is int and self.least <= value <= self.most:
            return value
        none = f" or {_in_quotes(NOTHING)}" if self.missing else ""
        raise SettingsError(f"{name} is a whole number from {self.least} to {self.most}{none}")

    def parse(self, name: str, words: str) -> object:
        typed = words.strip().lower()
        if typed in NO_NUMBER:
            return NOTHING if self.missing else 0
        if not re.fullmatch("-?[0-9]{1,6}", typed):
            none = f" or {NOTHING}" if self.missing else ""
            raise SettingsError(
                f"{name} is a whole number from {self.least} to {self.most}{none}, not {quoted(words)}"
            )
        return int(typed)

    def to_toml(self, value: int | None) -> object:
        return NOTHING if value is None else value

    def to_text(self, value: int | None) -> str:
        return str(self.to_toml(value))


@dataclass(frozen=True, slots=True)
class NamesSetting:
    """A list of names without duplicates."""

    def read(self, name: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list | tuple) or not all(isinstance(part, str) for part in value):
            raise SettingsError(f'{name} is a list of names, like ["superman"]')
        return tuple(dict.fromkeys(_visible(name, part) for part in value))

    def parse(self, name: str, words: str) -> object:  # noqa: ARG002 - any names are valid
        return [part for part in (p.strip() for p in words.split(",")) if part]

    def to_toml(self, value: Sequence[str]) -> object:
        return list(value)

    def to_text(self, value: Sequence[str]) -> str:
        return ",".join(value)


def _visible(name: str, text: str) -> str:
    """The text, when all its characters are visible. Raises SettingsError otherwise."""
    if not text.strip() or not text.isprintable():
        raise SettingsError(f"{name} cannot hold {quoted(text)}: use visible characters only")
    return text


def _in_quotes(text: str) -> str:
    return f'"{text}"'
