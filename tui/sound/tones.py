"""Writes the tones as WAV files, made of sine waves."""

import math
import sys
import wave
from array import array
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from routines.session.cues import Tone

RATE = 16_000
"""Samples a second: enough for tones below 2 kHz, and quick to make."""

LOUD, SOFT = 0.5, 0.2
"""Loudness as a part of full scale; glides are soft because words are spoken over them."""

LEAD = 0.06
"""Seconds of silence before each tone: players and speakers lose the first moments."""

FADE = 0.01
"""Seconds of fading in and out, so that a note does not click."""

FULL_SCALE = 32_767

NOTES: Mapping[Tone, Sequence[tuple[float, float]]] = {
    Tone.GO: [(880, 0.35)],
    Tone.HOLD_END: [(587, 0.1), (0, 0.04), (587, 0.1)],
    Tone.SWITCH: [(523, 0.1), (784, 0.1), (523, 0.1), (784, 0.16)],
    Tone.REST: [(523, 0.16), (392, 0.32)],
    Tone.DONE: [(523, 0.14), (659, 0.14), (784, 0.14), (1047, 0.4)],
    Tone.TICK: [(1320, 0.05)],
    Tone.PAUSE: [(330, 0.16), (0, 0.08), (330, 0.16), (0, 0.08), (330, 0.16)],
    Tone.LEAD_IN: [(0, 1.0)],
}
"""The notes of each tone: hertz (0 is silence) and seconds."""

GLIDE_HERTZ = (330, 660)
GLIDE_LENGTHS = (1.5, 2.5, 3.5)
"""Lengths of glides, in seconds; a movement gets the longest that fits."""

Samples: TypeAlias = "array[int]"


def tone_seconds(tone: Tone) -> float:
    """The length of a tone that is not a glide, with the silence before it."""
    return LEAD + sum(seconds for _, seconds in NOTES[tone])


def write_tones(folder: Path) -> dict[tuple[Tone, float], Path]:
    """Write every tone into the folder; the files by tone and glide length, 0 for tones that are no glides.

    Raises OSError.
    """
    sounds = {(tone, 0.0): _notes(notes) for tone, notes in NOTES.items()}
    for seconds in GLIDE_LENGTHS:
        rising = _glide(seconds)
        sounds[Tone.RISING, seconds] = rising
        sounds[Tone.FALLING, seconds] = rising[::-1]
    files = {key: folder / f"{number}.wav" for number, key in enumerate(sounds)}
    for key, path in files.items():
        _write(path, sounds[key])
    return files


def glide_length(seconds: float) -> float:
    """The length of the glide for a movement of this many seconds."""
    return max((length for length in GLIDE_LENGTHS if length <= seconds), default=GLIDE_LENGTHS[0])


def _notes(notes: Sequence[tuple[float, float]]) -> Samples:
    return array("h", chain.from_iterable(_note(hertz, seconds) for hertz, seconds in notes))


def _note(hertz: float, seconds: float) -> Samples:
    count = round(seconds * RATE)
    if not hertz:
        return array("h", bytes(2 * count))
    turn = math.tau * hertz / RATE
    return _fade([math.sin(turn * n) for n in range(count)], LOUD)


def _glide(seconds: float) -> Samples:
    """A sine whose pitch rises exponentially, which sounds even."""
    low, high = GLIDE_HERTZ
    growth = math.log(high / low) / seconds
    turn = math.tau * low / growth
    count = round(seconds * RATE)
    return _fade([math.sin(turn * math.expm1(growth * n / RATE)) for n in range(count)], SOFT)


def _fade(waves: list[float], volume: float) -> Samples:
    scale = volume * FULL_SCALE
    fade = round(FADE * RATE)
    for n in range(fade):
        waves[n] *= n / fade
        waves[-1 - n] *= n / fade
    return array("h", (int(scale * value) for value in waves))


def _write(path: Path, samples: Samples) -> None:
    samples_with_lead = array("h", bytes(2 * round(LEAD * RATE))) + samples
    if sys.byteorder == "big":
        samples_with_lead.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples_with_lead.tobytes())
