"""The tone files; these tests are silent."""

import sys
import wave
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from routines.session.cues import Tone
from tui.sound.tones import LEAD, RATE, glide_length, tone_seconds, write_tones


def samples(path: Path) -> "array[int]":
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def test_every_tone_differs_and_starts_with_silence(tmp_path: Path) -> None:
    files = write_tones(tmp_path)
    assert {tone for tone, _ in files} == set(Tone)
    heard = {key: samples(path) for key, path in files.items()}
    assert len({bytes(sound) for sound in heard.values()}) == len(heard)
    for (tone, _), sound in heard.items():
        assert not any(sound[: round(LEAD * RATE)])
        assert any(sound) is (tone is not Tone.LEAD_IN)
        assert max(map(abs, sound)) < 0.6 * 32768
        assert max(abs(after - before) for before, after in pairwise(sound)) < 10_000  # no click


def test_a_tone_ends_before_the_next_and_the_lead_in_lasts_a_second(tmp_path: Path) -> None:
    files = write_tones(tmp_path)
    for (tone, glide), path in files.items():
        lasts = len(samples(path)) / RATE
        assert lasts == pytest.approx(LEAD + glide if glide else tone_seconds(tone), abs=0.01)
        assert glide or tone is Tone.LEAD_IN or lasts < 1
    assert tone_seconds(Tone.LEAD_IN) >= 1


def test_the_rising_tone_rises_and_the_falling_one_is_its_mirror(tmp_path: Path) -> None:
    files = write_tones(tmp_path)
    rising, falling = (
        samples(files[tone, 1.5])[round(LEAD * RATE) :] for tone in (Tone.RISING, Tone.FALLING)
    )
    assert falling == rising[::-1]
    half = len(rising) // 2
    turns = [sum((a < 0) != (b < 0) for a, b in pairwise(part)) for part in (rising[:half], rising[half:])]
    assert turns[1] > 1.3 * turns[0]


def test_a_glide_is_never_longer_than_its_movement() -> None:
    assert [glide_length(seconds) for seconds in (1.5, 2.4, 2.5, 3.5, 60)] == [1.5, 1.5, 2.5, 3.5, 3.5]
