"""Lengths in the texts of exercises."""

import pytest

from routines.files.loader import load_library
from tui.settings.units import convert_lengths, convert_library


@pytest.mark.parametrize(
    ("metric", "imperial"),
    [
        ("Lift only about 20 cm, slowly.", "Lift only about 8 in, slowly."),
        ("about 5 cm.", "about 2 in."),
        ("1 cm", "0.5 in"),
        ("4cm apart", "1.5 in apart"),
        ("up to about 30 cm", "up to about 12 in"),
        ("20 to 30 cm", "8 to 12 in"),
        ("20-30 cm", "8-12 in"),
        ("25 to 26 cm", "10 in"),
        ("12.5 centimetres", "5 in"),
        ("a mat of 2 m", "a mat of 7 ft"),
        ("half a metre, 0.5 m", "half a metre, 1.5 ft"),
        ("5 min, 10 times, 3 mm", "5 min, 10 times, 3 mm"),
        ("L5 cm", "L5 cm"),
        ("", ""),
    ],
)
def test_lengths_are_rounded_as_one_would_measure(metric: str, imperial: str) -> None:
    assert convert_lengths(metric, "imperial") == imperial
    assert convert_lengths(metric, "metric") == metric


def test_every_text_of_the_library_is_converted() -> None:
    library = load_library()
    converted = convert_library(library, "imperial")
    assert convert_library(library, "metric") is library
    lift = converted.exercises["lateral-leg-lift"]
    assert "about 18 in at the foot" in " ".join(lift.steps)
    assert lift.easier is not None
    assert "8 in" in lift.easier.text
    in_a_routine = [item.exercise for item in converted.routines["article"] if item.exercise.id == lift.id]
    assert in_a_routine == [lift]
    texts = [
        text
        for exercise in converted.exercises.values()
        for text in (*exercise.steps, exercise.breathing or "")
    ]
    assert not any(" cm" in text for text in texts)
    assert {name: exercise.dose for name, exercise in converted.exercises.items()} == {
        name: exercise.dose for name, exercise in library.exercises.items()
    }
