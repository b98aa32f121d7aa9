"""Names, explanations and values of the settings, as the screen shows them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from routines.files.loader import Library
from routines.files.vocabulary import MOTIONS
from tui.keys import BY_NAME, Keymap
from tui.settings.settings import IMPERIAL, METRIC, SETTING_TYPES, Settings
from tui.settings.value_types import ChoiceSetting, SwitchSetting, TimeOfDay, WholeNumber
from tui.text.clean import one_line

NEXT_START = "Takes effect next time you start."
STEP_MINUTES = 30
"""By how much an arrow key moves a time."""

A_DAY = 24 * 60
"""Minutes of a day."""


@dataclass(frozen=True, slots=True)
class SettingLabel:
    """The name of a setting on the screen, its group, and what it does.

    `meaning` may name keys by their commands, as in `{start}`. `unit` follows a number; `zero` stands for 0 or None.
    """

    group: str
    label: str
    meaning: str
    unit: str = ""
    zero: str = ""


SESSION, BODY, DAY, REMINDERS, OTHER = "Sessions", "Excluded exercises", "Your day", "Reminders", "Other"

LIMIT = "Reminds you after this long in one position. Log positions with {position}."

UNIT_NAMES = {METRIC: "centimetres", IMPERIAL: "inches"}

LABELS: Mapping[str, SettingLabel] = {
    "routine": SettingLabel(SESSION, "Routine", "The routine that {start} starts."),
    "tones": SettingLabel(SESSION, "Tones", f"Tones count the time. {NEXT_START}"),
    "voice": SettingLabel(SESSION, "Voice", f"A voice says what comes next. {NEXT_START}"),
    "motion": SettingLabel(SESSION, "Moving figure", f"The figure moves with you. {NEXT_START}"),
    "units": SettingLabel(SESSION, "Units", "For lengths in the descriptions of exercises."),
    "leave_out": SettingLabel(BODY, "Exercises", "Checked exercises are never part of a session."),
    "leave_out_motions": SettingLabel(
        BODY, "Movements", "Exercises with a checked movement are never part of a session."
    ),
    "day_ends": SettingLabel(
        DAY, "Day ends at", f"Entries before this time count for the previous day. {NEXT_START}"
    ),
    "tolerance": SettingLabel(
        DAY, "Tolerable pain", "A pain level, 0 to 10, that you can live with.", zero="not set"
    ),
    "prompt_morning": SettingLabel(
        REMINDERS, "Morning after a session", "Asks for your pain. You can skip any question."
    ),
    "prompt_evening": SettingLabel(
        REMINDERS, "Evening", "Asks about the day while its pain or activity is missing."
    ),
    "evening_from": SettingLabel(
        REMINDERS, "Evening begins at", "The evening reminder can come from this time until your day ends."
    ),
    "relief_minutes": SettingLabel(
        REMINDERS, "After relief", "Asks once, after this many minutes, how it helped.", " min", "never"
    ),
    "limit_sitting": SettingLabel(REMINDERS, "Sitting for", LIMIT, " min", "no reminder"),
    "limit_standing": SettingLabel(REMINDERS, "Standing for", LIMIT, " min", "no reminder"),
    "limit_lying": SettingLabel(REMINDERS, "Lying for", LIMIT, " min", "no reminder"),
    "limit_walking": SettingLabel(REMINDERS, "Walking for", LIMIT, " min", "no reminder"),
    "theme": SettingLabel(OTHER, "Colours", "Light and dark themes, as in the palette (ctrl+p)."),
    "emergency_number": SettingLabel(OTHER, "Emergency number", "Shown on the safety card ({safety})."),
}
"""Every setting but the keys, in the order of the screen."""

NONE = "none"


def describe_meaning(name: str, keymap: Keymap) -> str:
    """What a setting does, with the person's keys."""
    return LABELS[name].meaning.format_map({command: keymap.display(command) for command in BY_NAME})


def describe_value(name: str, settings: Settings, library: Library) -> str:
    """The value of a setting as the screen shows it."""
    value, label = getattr(settings, name), LABELS[name]
    if value is None or (label.zero and value == 0 and label.unit):
        return label.zero
    if name == "routine":
        return routine_name(str(value), library)
    if name == "units":
        return UNIT_NAMES[value]
    if isinstance(value, tuple):
        names = list_options(name, library)
        return ", ".join(one_line(names.get(part, part), 40) for part in value) or NONE
    return f"{one_line(SETTING_TYPES[name].to_text(value), 40)}{label.unit}"


def routine_name(routine: str, library: Library) -> str:
    """The name of a routine; its id when there is no such routine."""
    known = library.routines.get(routine)
    return one_line(routine if known is None else known.name, 40)


def list_options(name: str, library: Library) -> Mapping[str, str]:
    """What the list `name` can hold, by id, with the names to show."""
    if name == "leave_out_motions":
        return MOTIONS
    return {exercise.id: exercise.name for exercise in library.exercises.values()}


def next_value(name: str, settings: Settings, by: int, library: Library) -> object:
    """The value after an arrow key: the next or previous word, number or time.

    `by` is 1 or -1. None when arrows do not change this setting.
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
    """The next multiple of the step, within the range. Below it, None when the setting can be missing."""
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
