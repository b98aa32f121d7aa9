"""`tolerable exercises`: which exercise was followed by more pain, as far as that can be said."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from tui.clock import today
from tui.commands import options
from tui.commands.document import document
from tui.commands.reading import journal_to_read
from tui.context import Context
from tui.effect_words import (
    EXERCISES_COUNT,
    EXERCISES_SAID,
    IN_BRACKETS,
    NO_EXERCISES,
    counted,
    exercise_name,
    exercise_words,
    points,
)
from tui.effects import Effects, names_of, read_effects
from tui.text import one_line


def arguments(command: ArgumentParser) -> None:
    options.json(command)


def run(arguments: Namespace, context: Context) -> int:
    with journal_to_read(context) as journal:
        effects = read_effects(journal, _names(arguments, context), today(context.clock))
        if arguments.json:
            print(document([effect.as_json() for effect in effects.exercises]))
        else:
            print("\n".join(map(one_line, _lines(effects))))
    return 0


def _names(arguments: Namespace, context: Context) -> dict[str, str]:
    """The names of the exercises; other programs know them by their ids."""
    if arguments.json:
        return {}
    from routines.loader import load_library  # noqa: PLC0415 - only where names are shown

    return dict(names_of(load_library(context.paths.routines)))


def _lines(effects: Effects) -> Iterator[str]:
    if not effects.exercises:
        yield NO_EXERCISES
        return
    for effect in effects.exercises:
        said = f"{exercise_name(effect, effects.names)}: {exercise_words(effect)}"
        if effect.interval is None or effect.mean_change is None:
            yield f"{said}."
        else:
            ratings = counted(effect.ratings, "rating")
            yield f"{said}, {points(effect.mean_change, effect.interval)}, {ratings}."
    if any(effect.missing for effect in effects.exercises):
        yield EXERCISES_COUNT
    if any(effect.interval is not None for effect in effects.exercises):
        yield IN_BRACKETS
    yield EXERCISES_SAID
