"""The programs of the system that play tones and speak, and what is done when one of them fails."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tui.system.processes import Child, Spawn

WORDS_A_MINUTE = 160
"""How fast words are spoken; what a person hears while moving must not be hurried."""

PATIENCE = 3.0
"""Seconds beyond twice its length after which a sound is taken for stuck, and ended."""

MOST_FAULTS = 3
"""After so many faults one after the other a player is given up that worked before; any other after the first."""

MOST_AT_ONCE = 4
"""Sounds that may run at the same time; the oldest is ended for a newer one."""


@dataclass(frozen=True, slots=True)
class Player:
    """A program that plays what is appended to `command`; `silence` stops what it left to a service."""

    name: str
    command: tuple[str, ...]
    silence: tuple[str, ...] = ()


TONES = (
    Player("afplay", ("afplay",)),
    Player("pw-play", ("pw-play",)),
    Player("paplay", ("paplay",)),
    Player("aplay", ("aplay", "-q")),
)
"""Players of WAV files, the best first."""

VOICES = (
    Player("say", ("say", "-r", str(WORDS_A_MINUTE), "--")),
    Player("spd-say", ("spd-say", "--wait", "-l", "en", "--"), silence=("spd-say", "--stop")),
    Player("espeak-ng", ("espeak-ng", "-v", "en", "-s", str(WORDS_A_MINUTE), "--")),
)
"""Voices, the best first."""


@dataclass(frozen=True, slots=True)
class Players:
    """What this machine has for tones and for words, in the order in which it is tried."""

    tones: tuple[Player, ...] = ()
    voices: tuple[Player, ...] = ()


def find_players(which: Callable[[str], str | None]) -> Players:
    """The players that are installed; `which` finds a program by its name."""
    return Players(_installed(TONES, which), _installed(VOICES, which))


def _installed(players: Sequence[Player], which: Callable[[str], str | None]) -> tuple[Player, ...]:
    return tuple(
        replace(
            player,
            command=(path, *player.command[1:]),
            silence=(path, *player.silence[1:]) if player.silence else (),
        )
        for player in players
        if (path := which(player.name)) is not None
    )


@dataclass(frozen=True, slots=True)
class _Sound:
    """A sound that was started, and when it should be over at the latest."""

    child: Child
    deadline: float


class Channel:
    """Plays sounds through the first of its players that works. `faults` says which were given up, and why."""

    def __init__(self, players: Sequence[Player], *, spawn: Spawn, now: Callable[[], float]) -> None:
        self.faults: list[str] = []
        self._players = list(players)
        self._spawn = spawn
        self._now = now
        self._sounds: list[_Sound] = []
        self._failed = 0
        self._worked = False

    @property
    def player(self) -> Player | None:
        """The player in use; None when there is none, or none is left."""
        return self._players[0] if self._players else None

    def busy(self) -> bool:
        """Whether a sound is still being played."""
        self.look_after()
        return bool(self._sounds)

    def start(self, what: str, seconds: float) -> bool:
        """Start a sound of about so many seconds; False when no player could be started."""
        self.look_after()
        if len(self._sounds) >= MOST_AT_ONCE:
            self._sounds.pop(0).child.end()
        while (player := self.player) is not None:
            try:
                child = self._spawn((*player.command, what))
            except OSError as error:
                self._give_up(f"cannot be started: {error.strerror or error}")
                continue
            self._sounds.append(_Sound(child, self._now() + 2 * seconds + PATIENCE))
            return True
        return False

    def hush(self) -> None:
        """End every sound at once."""
        speaking = bool(self._sounds)
        while self._sounds:
            self._sounds.pop().child.end()
        if speaking and (player := self.player) is not None and player.silence:
            self._silence(player)

    def _silence(self, player: Player) -> None:
        try:
            self._sounds.append(_Sound(self._spawn(player.silence), self._now() + PATIENCE))
        except OSError as error:
            self._give_up(f"cannot be started: {error.strerror or error}")

    def look_after(self) -> None:
        """Forget the sounds that are over, end those that are stuck, and count how many went wrong."""
        late = [one for one in self._sounds if one.child.exit_status() is None and self._now() > one.deadline]
        for sound in late:
            sound.child.end()
        for sound in [one for one in self._sounds if one in late or one.child.exit_status() is not None]:
            self._sounds.remove(sound)
            failed = sound in late or sound.child.exit_status() != 0
            self._failed = self._failed + 1 if failed else 0
            self._worked = self._worked or not failed
        if self._failed >= (MOST_FAULTS if self._worked else 1):
            self._give_up("does not work")

    def _give_up(self, why: str) -> None:
        self._failed, self._worked = 0, False
        if self._players:
            self.faults.append(f"{self._players.pop(0).name} {why}")
