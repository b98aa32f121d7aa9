"""Plays tones and words through the system's players, or rings the terminal's bell."""

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Protocol

from routines.session.cues import GLIDES, Tone
from routines.session.speech import spoken_seconds
from tui.sound.players import Channel, Players, find_players
from tui.sound.tones import glide_length, tone_seconds, write_tones
from tui.system.keep_awake import Awake
from tui.system.processes import ChildProcess, Spawn

SPOKEN_STOPS = " .,:;'-"
"""Characters that are spoken besides letters and digits; voices obey some others as commands."""


class Sound(Protocol):
    """Plays the cues of a session at once, without waiting."""

    def play(self, tone: Tone, seconds: float = 0.0) -> None:
        """Play a tone; `seconds` is the length of a gliding one."""

    def say(self, words: str) -> None:
        """Speak, unless other words are still being spoken."""

    def hush(self) -> None:
        """Be silent at once."""

    def close(self) -> None:
        """Be silent, and remove temporary files."""


class Silence:
    """Plays nothing."""

    def play(self, tone: Tone, seconds: float = 0.0) -> None:
        pass

    def say(self, words: str) -> None:
        pass

    def hush(self) -> None:
        pass

    def close(self) -> None:
        pass


class SystemSound:
    """Plays through the system's players.

    `bell` replaces tones that no player can play; it should ring and flash. `tones` and `voice` turn each on.
    Raises OSError when the tones cannot be written to a temporary folder.
    """

    def __init__(
        self,
        players: Players,
        *,
        bell: Callable[[], None],
        tones: bool = True,
        voice: bool = True,
        spawn: Spawn = ChildProcess,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bell = bell
        self._tones_on = tones
        self._tones = Channel(players.tones if tones or voice else (), spawn=spawn, now=now)
        self._voice = Channel(players.voices if voice else (), spawn=spawn, now=now)
        self._folder = Path(mkdtemp(prefix="tolerable-")) if self._tones.player else None
        self._files = write_tones(self._folder) if self._folder else {}

    @property
    def fault(self) -> str:
        """The players that failed and why, in one line; empty when none did."""
        self._tones.check_sounds()
        self._voice.check_sounds()
        return "; ".join([*self._tones.faults, *self._voice.faults])

    def play(self, tone: Tone, seconds: float = 0.0) -> None:
        if self._tones_on or tone is Tone.LEAD_IN:  # the lead-in also wakes the speaker for words
            glides = tone in GLIDES.values()
            length = glide_length(seconds) if glides else 0.0
            path = self._files.get((tone, length))
            played = path is not None and self._tones.start(str(path), length or tone_seconds(tone))
            if not played and not glides and tone is not Tone.LEAD_IN:
                self._bell()

    def say(self, words: str) -> None:
        plain = "".join(letter if letter.isalnum() or letter in SPOKEN_STOPS else " " for letter in words)
        if plain.strip() and not self._voice.busy():
            self._voice.start(plain.strip(), spoken_seconds(plain))

    def hush(self) -> None:
        self._tones.hush()
        self._voice.hush()

    def close(self) -> None:
        self.hush()
        self._files = {}
        if self._folder is not None:
            rmtree(self._folder, ignore_errors=True)


Bell = Callable[[], None]


@dataclass(frozen=True, slots=True)
class AudioOutput:
    """The sound, whether more than the bell can be heard, and what keeps the computer awake."""

    sound: Sound
    audible: bool
    awake: Awake


def open_audio(bell: Bell, *, tones: bool, voice: bool) -> AudioOutput:
    """Open the system's players for tones and voice. Raises OSError."""
    players = find_players(shutil.which)
    sound = SystemSound(players, bell=bell, tones=tones, voice=voice)
    audible = (tones and players.tones) or (voice and players.voices)
    return AudioOutput(sound, bool(audible), Awake(shutil.which, pid=os.getpid()))
