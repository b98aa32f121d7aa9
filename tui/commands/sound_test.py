"""`tolerable sound-test`: play every tone, and name the programs for tones and voice."""

import shutil
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from routines.session.cues import GLIDES, Tone
from tui.sound.output import SystemSound
from tui.sound.players import Player, find_players
from tui.sound.tones import GLIDE_LENGTHS, tone_seconds
from tui.system.environment import Context
from tui.system.processes import ChildProcess, Spawn

BETWEEN = 0.7
"""Seconds of silence between two sounds."""

SENTENCE = "This is the voice that guides you."
SENTENCE_SECONDS = 4.0

NO_TONES = "No player for tones was found: the terminal's bell rings instead, and the screen flashes."
NO_VOICE = "No voice was found: nothing is spoken. You could install espeak-ng."


def arguments(_command: ArgumentParser) -> None:
    """Take no arguments."""


def run(
    _arguments: Namespace,
    _context: Context,
    *,
    which: Callable[[str], str | None] = shutil.which,
    spawn: Spawn = ChildProcess,
    sleep: Callable[[float], None] = time.sleep,
) -> int:
    players = find_players(which)
    print(_players_line("Tones", players.tones) or NO_TONES)
    print(_players_line("Voice", players.voices) or NO_VOICE)
    sound = SystemSound(players, bell=_ring, spawn=spawn)
    try:
        _play_all(sound, sleep)
        if players.voices:
            print(f"  voice: {SENTENCE}", flush=True)
            sound.say(SENTENCE)
            sleep(SENTENCE_SECONDS)
        if sound.fault:
            print(f"Not in use: {sound.fault}")
    finally:
        sound.close()
    return 0


def _players_line(purpose: str, players: tuple[Player, ...]) -> str:
    """Name the player in use and its substitutes; empty when there is none."""
    if not players:
        return ""
    names = [player.name for player in players]
    others = f" (then {', '.join(names[1:])})" if names[1:] else ""
    return f"{purpose}: {names[0]}{others}"


def _play_all(sound: SystemSound, sleep: Callable[[float], None]) -> None:
    sound.play(Tone.LEAD_IN)
    sleep(tone_seconds(Tone.LEAD_IN))
    for tone in Tone:
        if tone is not Tone.LEAD_IN:
            print(f"  {tone}", flush=True)
            seconds = GLIDE_LENGTHS[0] if tone in GLIDES.values() else 0.0
            sound.play(tone, seconds)
            sleep((seconds or tone_seconds(tone)) + BETWEEN)


def _ring() -> None:
    print("\a", end="", flush=True)
