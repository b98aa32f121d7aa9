"""Programs that play tones and speak, with a fallback when one fails."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tui.system.processes import Child, Spawn

WORDS_A_MINUTE = 160
"""Speed of the voice; slow, because the person listens while moving."""

PATIENCE = 3.0
"""A sound is stuck, and ended, this many seconds after twice its length."""

MOST_FAULTS = 3
"""A player that worked is dropped after this many failures in a row; any other after the first."""

MOST_AT_ONCE = 4
"""Sounds at the same time; a newer one ends the oldest."""


@dataclass(frozen=True, slots=True)
class Player:
    """A program that plays its last argument; `silence` is a command that stops its speech service."""

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
    """The players of this computer for tones and for words, the best first."""

    tones: tuple[Player, ...] = ()
    voices: tuple[Player, ...] = ()


def find_players(which: Callable[[str], str | None]) -> Players:
    """The players that are installed; `which` finds a program by its name."""
    return Players(_find_installed(TONES, which), _find_installed(VOICES, which))


def _find_installed(players: Sequence[Player], which: Callable[[str], str | None]) -> tuple[Player, ...]:
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
    """A sound that was started, and the time when it must be over."""

    child: Child
    deadline: float


class Channel:
    """Plays sounds through the first player that works. `faults` names those that failed, and why."""

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
        """The player in use; None when none is left."""
        return self._players[0] if self._players else None

    def busy(self) -> bool:
        """Whether a sound is still being played."""
        self.check_sounds()
        return bool(self._sounds)

    def start(self, argument: str, seconds: float) -> bool:
        """Play a file or words of about this many seconds; False when no player could be started."""
        self.check_sounds()
        if len(self._sounds) >= MOST_AT_ONCE:
            self._sounds.pop(0).child.end()
        while (player := self.player) is not None:
            try:
                child = self._spawn((*player.command, argument))
            except OSError as error:
                self._drop_player(f"cannot be started: {error.strerror or error}")
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
            self._drop_player(f"cannot be started: {error.strerror or error}")

    def check_sounds(self) -> None:
        """Drop the sounds that are over, end those that are stuck, and count failures."""
        late = [
            sound
            for sound in self._sounds
            if sound.child.exit_status() is None and self._now() > sound.deadline
        ]
        for sound in late:
            sound.child.end()
        ended = [sound for sound in self._sounds if sound in late or sound.child.exit_status() is not None]
        for sound in ended:
            self._sounds.remove(sound)
            failed = sound in late or sound.child.exit_status() != 0
            self._failed = self._failed + 1 if failed else 0
            self._worked = self._worked or not failed
        if self._failed >= (MOST_FAULTS if self._worked else 1):
            self._drop_player("does not work")

    def _drop_player(self, reason: str) -> None:
        self._failed, self._worked = 0, False
        if self._players:
            self.faults.append(f"{self._players.pop(0).name} {reason}")
