"""`tolerable exercises`: which exercises were followed by more pain."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence

from journal.effects.exercises import ExerciseEffect, exercise_effects
from tui.analysis.effect_words import (
    EXERCISES_COUNT,
    EXERCISES_SAID,
    IN_BRACKETS,
    NO_EXERCISES,
    counted,
    exercise_name,
    exercise_words,
    points,
)
from tui.analysis.effects import last_days, names_of
from tui.commands import options
from tui.commands.reading import document, journal_to_read
from tui.system.clock import today
from tui.system.environment import Context
from tui.text.clean import one_line


def arguments(command: ArgumentParser) -> None:
    options.json(command)


def run(arguments: Namespace, context: Context) -> int:
    with journal_to_read(context) as journal:
        effects = exercise_effects(last_days(journal, today(context.clock)))
        if arguments.json:  # other programs know exercises by their ids
            print(document([effect.as_json() for effect in effects]))
        else:
            print("\n".join(map(one_line, _lines(effects, _names(context)))))
    return 0


def _names(context: Context) -> Mapping[str, str]:
    from routines.files.loader import load_library  # noqa: PLC0415 - only where names are shown

    return names_of(load_library(context.paths.routines))


def _lines(effects: Sequence[ExerciseEffect], names: Mapping[str, str]) -> Iterator[str]:
    if not effects:
        yield NO_EXERCISES
        return
    for effect in effects:
        sentence = f"{exercise_name(effect, names)}: {exercise_words(effect)}"
        if effect.interval is None or effect.mean_change is None:
            yield f"{sentence}."
        else:
            ratings = counted(effect.ratings, "rating")
            yield f"{sentence}, {points(effect.mean_change, effect.interval)}, {ratings}."
    if any(effect.missing for effect in effects):
        yield EXERCISES_COUNT
    if any(effect.interval is not None for effect in effects):
        yield IN_BRACKETS
    yield EXERCISES_SAID
