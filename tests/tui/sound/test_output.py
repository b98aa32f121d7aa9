"""Tones, voices and the programs that play them; these tests are silent."""

import stat
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from routines.session.cues import Tone
from tests.fakes import CommandLine
from tui.commands import sound_test
from tui.sound.output import SystemSound
from tui.sound.players import MOST_AT_ONCE, Player, Players, find_players
from tui.system.processes import Child

BEEP, BOOP = Player("beep", ("beep", "-q")), Player("boop", ("boop",))
TALK, CHAT = Player("talk", ("talk", "--")), Player("chat", ("chat", "--"), silence=("chat", "--stop"))


@dataclass
class FakeChild:
    """A program that runs until a test sets its exit status."""

    command: tuple[str, ...]
    status: int | None = None
    ended: bool = False

    def exit_status(self) -> int | None:
        return self.status

    def end(self) -> None:
        self.status, self.ended = -15, True


@dataclass
class Machine:
    """Starts fake programs; those in `missing` cannot be started."""

    missing: set[str] = field(default_factory=set)
    children: list[FakeChild] = field(default_factory=list)
    time: float = 100.0
    rung: int = 0

    def spawn(self, command: Sequence[str]) -> Child:
        if command[0] in self.missing:
            raise FileNotFoundError(2, "No such file or directory", command[0])
        self.children.append(FakeChild(tuple(command)))
        return self.children[-1]

    def ring(self) -> None:
        self.rung += 1

    def now(self) -> float:
        return self.time

    def sound(self, players: Players, *, tones: bool = True, voice: bool = True) -> SystemSound:
        return SystemSound(players, bell=self.ring, tones=tones, voice=voice, spawn=self.spawn, now=self.now)

    @property
    def names(self) -> list[str]:
        return [child.command[0] for child in self.children]

    def all_end(self, status: int = 0) -> None:
        for child in self.children:
            child.status = status if child.status is None else child.status


def test_players_are_found_in_order_with_their_paths() -> None:
    here = {"aplay": "/bin/aplay", "pw-play": "/opt/pw-play", "espeak-ng": "/bin/espeak-ng"}
    players = find_players(here.get)
    assert [player.command[0] for player in players.tones] == ["/opt/pw-play", "/bin/aplay"]
    assert [player.name for player in players.voices] == ["espeak-ng"]
    assert players.voices[0].command[-1] == "--"  # words that begin with a dash are no options
    assert find_players(lambda _: None) == Players()


def test_a_speech_service_is_silenced_by_its_own_program() -> None:
    (voice,) = find_players({"spd-say": "/bin/spd-say"}.get).voices
    assert voice.silence == ("/bin/spd-say", "--stop")


def test_only_the_owner_can_read_the_tone_files() -> None:
    machine = Machine()
    sound = machine.sound(Players((BEEP,), (TALK,)))
    sound.play(Tone.GO)
    path = Path(machine.children[0].command[-1])
    assert machine.children[0].command[:-1] == ("beep", "-q")
    assert path.is_file()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    sound.close()
    assert not path.parent.exists()


def test_words_are_spoken_without_characters_that_control_a_voice() -> None:
    machine = Machine()
    sound = machine.sound(Players((), (TALK,)))
    sound.say("--help [[slnc 9000]] <b>Übung</b>: 3\x1b times")
    assert machine.children[0].command == ("talk", "--", "--help   slnc 9000    b Übung  b : 3  times")
    sound.close()


def test_words_do_not_overlap() -> None:
    machine = Machine()
    sound = machine.sound(Players((), (TALK,)))
    sound.say("up")
    sound.say("down")
    assert len(machine.children) == 1
    machine.all_end()
    sound.say("down")
    assert [child.command[-1] for child in machine.children] == ["up", "down"]
    sound.close()


def test_hush_ends_all_sounds_and_new_words_can_be_spoken() -> None:
    machine = Machine()
    sound = machine.sound(Players((BEEP,), (TALK,)))
    sound.play(Tone.GO)
    sound.say("up")
    sound.hush()
    assert all(child.ended for child in machine.children)
    sound.say("down")
    assert machine.names == ["beep", "talk", "talk"]
    sound.close()


def test_hush_silences_a_service_only_while_it_speaks() -> None:
    machine = Machine()
    sound = machine.sound(Players((), (CHAT,)))
    sound.hush()
    assert machine.children == []
    sound.say("up")
    sound.hush()
    assert machine.children[-1].command == ("chat", "--stop")
    sound.close()


def test_a_player_that_cannot_start_is_named_and_replaced() -> None:
    machine = Machine(missing={"beep"})
    sound = machine.sound(Players((BEEP, BOOP), ()))
    sound.play(Tone.GO)
    assert machine.names == ["boop"]
    assert sound.fault == "beep cannot be started: No such file or directory"
    assert machine.rung == 0
    sound.close()


def test_a_player_that_fails_at_its_first_sound_is_dropped() -> None:
    machine = Machine()
    sound = machine.sound(Players((BEEP, BOOP), ()))
    sound.play(Tone.LEAD_IN)
    machine.all_end(1)
    sound.play(Tone.GO)
    assert machine.names == ["beep", "boop"]
    assert sound.fault == "beep does not work"
    sound.close()


def test_a_player_that_worked_is_dropped_after_three_failures() -> None:
    machine = Machine()
    sound = machine.sound(Players((BEEP,), ()))
    for status in (0, 1, 1, 0, 1, 1):
        sound.play(Tone.GO)
        machine.all_end(status)
    sound.play(Tone.GO)
    assert (sound.fault, machine.rung) == ("", 0)
    machine.all_end(1)
    sound.play(Tone.GO)
    assert (sound.fault, machine.rung) == ("beep does not work", 1)
    sound.close()


def test_a_sound_that_is_stuck_is_ended() -> None:
    machine = Machine()
    sound = machine.sound(Players((), (TALK,)))
    sound.say("up")
    machine.time += 60
    sound.say("down")
    assert machine.children[0].ended
    assert sound.fault == "talk does not work"
    sound.close()


def test_only_a_few_tones_play_at_once() -> None:
    machine = Machine()
    sound = machine.sound(Players((BEEP,), ()))
    for _ in range(10):
        sound.play(Tone.TICK)
    assert sum(not child.ended for child in machine.children) == MOST_AT_ONCE
    sound.close()
    assert all(child.ended for child in machine.children)


def test_without_a_player_the_bell_rings() -> None:
    machine = Machine()
    sound = machine.sound(Players())
    for tone in Tone:
        sound.play(tone, 1.5)
    assert machine.rung == len(Tone) - len({Tone.LEAD_IN, Tone.RISING, Tone.FALLING})
    sound.say("up")
    sound.close()
    assert machine.children == []


def test_without_tones_the_speaker_is_still_woken_for_the_voice() -> None:
    machine = Machine()
    sound = machine.sound(Players((BEEP,), (TALK,)), tones=False)
    sound.play(Tone.GO)
    assert (machine.children, machine.rung) == ([], 0)
    sound.play(Tone.LEAD_IN)
    sound.say("up")
    assert machine.names == ["beep", "talk"]
    sound.close()


def test_the_voice_can_be_off_and_both() -> None:
    machine = Machine()
    sound = machine.sound(Players((BEEP,), (TALK,)), voice=False)
    sound.say("up")
    sound.play(Tone.GO)
    assert machine.names == ["beep"]
    sound.close()
    off = machine.sound(Players((BEEP,), (TALK,)), tones=False, voice=False)
    off.play(Tone.LEAD_IN)
    off.play(Tone.GO)
    off.say("up")
    assert machine.names == ["beep"]
    off.close()
    off.close()


# The command


def heard(machine: Machine, tolerable: CommandLine, installed: dict[str, str]) -> list[float]:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        machine.all_end()

    status = sound_test.run(
        Namespace(), tolerable.context(), which=installed.get, spawn=machine.spawn, sleep=sleep
    )
    assert status == 0
    return slept


def test_sound_test_names_the_players_and_plays_every_tone_and_a_sentence(
    tolerable: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine()
    slept = heard(machine, tolerable, {"aplay": "aplay", "pw-play": "pw-play", "espeak-ng": "espeak-ng"})
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Tones: pw-play (then aplay)", "Voice: espeak-ng"]
    assert [line.strip() for line in lines[2:-1]] == [tone.value for tone in Tone if tone is not Tone.LEAD_IN]
    assert machine.names == ["pw-play"] * len(Tone) + ["espeak-ng"]
    assert len(slept) == len(machine.children)
    assert sum(slept) < 30


def test_sound_test_says_that_there_is_no_player_and_rings_the_bell(
    tolerable: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    heard(Machine(), tolerable, {})
    out = capsys.readouterr().out
    assert "the terminal's bell rings instead" in out
    assert "No voice was found" in out
    assert out.count("\a") == len(Tone) - 3


def test_sound_test_says_which_player_did_not_work(
    tolerable: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(missing={"pw-play"})
    heard(machine, tolerable, {"aplay": "aplay", "pw-play": "pw-play"})
    assert "Not in use: pw-play cannot be started" in capsys.readouterr().out
    assert set(machine.names) == {"aplay"}


def test_sound_test_is_a_command(tolerable: CommandLine) -> None:
    result = tolerable("sound-test", "--help")
    assert result.status == 0
    assert "sound-test" in result.out
