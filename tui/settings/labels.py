"""The settings in plain words: how each is called, what it means, and how its value is said. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from routines.files.loader import Library
from routines.files.vocabulary import MOTIONS
from tui.settings.settings import IMPERIAL, METRIC, SETTING_TYPES, Settings
from tui.settings.value_types import ChoiceSetting, SwitchSetting, TimeOfDay, WholeNumber
from tui.text.clean import one_line

NEXT_START = "Holds from the next start."
STEP_MINUTES = 30
"""By how much an arrow key moves a time."""

A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class SettingLabel:
    """The group a setting stands in, its name there, and what it means; `unit` follows its number."""

    group: str
    label: str
    meaning: str
    unit: str = ""
    zero: str = ""


SESSION, BODY, DAY, ASKED, REST = "Sessions", "Left out of sessions", "Your day", "What is asked", "The rest"

LIMIT = "Your own limit: a quiet line when a position that you noted (o) lasts so long."

UNIT_NAMES = {METRIC: "centimetres", IMPERIAL: "inches"}

LABELS: Mapping[str, SettingLabel] = {
    "routine": SettingLabel(SESSION, "Routine", "What space starts."),
    "tones": SettingLabel(SESSION, "Tones", f"They count the time. {NEXT_START}"),
    "voice": SettingLabel(SESSION, "Voice", f"It says what comes, in the gap before. {NEXT_START}"),
    "motion": SettingLabel(SESSION, "Moving figure", f"It moves with you. {NEXT_START}"),
    "units": SettingLabel(SESSION, "Lengths", "In the texts of exercises."),
    "leave_out": SettingLabel(BODY, "Exercises", "Those you tick are no part of a session."),
    "leave_out_motions": SettingLabel(BODY, "Movements", "Every exercise with one you tick is left out."),
    "day_ends": SettingLabel(
        DAY, "A day ends at", f"Until then what you note belongs to the day before. {NEXT_START}"
    ),
    "tolerance": SettingLabel(
        DAY, "Tolerable pain", "The pain, 0 to 10, that you find tolerable on a day.", zero="not said"
    ),
    "prompt_morning": SettingLabel(
        ASKED, "The morning after a session", "One line asks for the pain. Nothing need be answered."
    ),
    "prompt_evening": SettingLabel(
        ASKED, "The evening", "One line, while the day's pain or what you did is not noted."
    ),
    "evening_from": SettingLabel(ASKED, "The evening begins at", "From then until your day ends."),
    "relief_minutes": SettingLabel(
        ASKED,
        "After a relief",
        "So long after heat, rest or whatever you noted, it is asked once.",
        " min",
        "never",
    ),
    "limit_sitting": SettingLabel(ASKED, "Sitting for", LIMIT, " min", "no reminder"),
    "limit_standing": SettingLabel(ASKED, "Standing for", LIMIT, " min", "no reminder"),
    "limit_lying": SettingLabel(ASKED, "Lying for", LIMIT, " min", "no reminder"),
    "limit_walking": SettingLabel(ASKED, "Walking for", LIMIT, " min", "no reminder"),
    "theme": SettingLabel(REST, "Colours", "Light and dark; the same as Theme in the palette (ctrl+p)."),
    "emergency_number": SettingLabel(REST, "Emergency number", "It stands on the card that s shows."),
}
"""Every setting, in the order of the screen."""

NONE = "none"


def describe_value(name: str, settings: Settings, library: Library) -> str:
    """The value of a setting as a person would say it."""
    value, told = getattr(settings, name), LABELS[name]
    if value is None or (told.zero and value == 0 and told.unit):
        return told.zero
    if name == "routine":
        return routine_name(str(value), library)
    if name == "units":
        return UNIT_NAMES[value]
    if isinstance(value, tuple):
        names = list_options(name, library)
        return ", ".join(one_line(names.get(part, part), 40) for part in value) or NONE
    return f"{one_line(SETTING_TYPES[name].to_text(value), 40)}{told.unit}"


def routine_name(routine: str, library: Library) -> str:
    """The name of a routine; where there is none, how it is written in the file."""
    found = library.routines.get(routine)
    return one_line(routine if found is None else found.name, 40)


def list_options(name: str, library: Library) -> Mapping[str, str]:
    """What a list can hold, each with its plain name."""
    if name == "leave_out_motions":
        return MOTIONS
    return {one.id: one.name for one in library.exercises.values()}


def next_value(name: str, settings: Settings, by: int, library: Library) -> object:
    """The value that an arrow key leads to: the neighbour in a row of words, or a little more or less of a number.

    None where arrows mean nothing.
    """
    kind, value = SETTING_TYPES[name], getattr(settings, name)
    if name == "routine":
        return _neighbour(tuple(library.routines), value, by)
    match kind:
        case SwitchSetting():
            return not value
        case ChoiceSetting(words):
            return _neighbour(words, value, by)
        case WholeNumber():
            return _number(kind, value, by)
        case TimeOfDay():
            return _time(kind, value, by)
    return None


def _neighbour(words: tuple[str, ...], value: str, by: int) -> str:
    here = words.index(value) if value in words else -by
    return words[(here + by) % len(words)]


def _number(kind: WholeNumber, value: int | None, by: int) -> int | None:
    """The next multiple of the step; below the least is none, where there may be none."""
    if value is None:
        return kind.least if by > 0 else None
    if value + by < kind.least and kind.missing:
        return None
    steps = value // kind.step + by if by > 0 or not value % kind.step else value // kind.step
    return min(max(steps * kind.step, kind.least), kind.most)


def _time(kind: TimeOfDay, value: str, by: int) -> str:
    hour, minute = map(int, value.split(":"))
    minutes = (hour * 60 + minute) // STEP_MINUTES * STEP_MINUTES + by * STEP_MINUTES
    clock = f"{minutes // 60:02}:{minutes % 60:02}" if 0 <= minutes < A_DAY else value
    return clock if kind.first <= clock <= kind.last else value
