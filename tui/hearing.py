"""What can be heard on this machine, put together for a session."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from tui.awake import Awake
from tui.players import find_players
from tui.settings import Settings
from tui.sound import Sound, SystemSound

Bell = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Hearing:
    """The sound, whether anything but the bell can be heard, and what keeps the machine awake meanwhile."""

    sound: Sound
    anything: bool
    awake: Awake


def system_hearing(settings: Settings, bell: Bell) -> Hearing:
    """The system's own players, as far as the person wants them. Raises OSError."""
    players = find_players(shutil.which)
    sound = SystemSound(players, bell=bell, tones=settings.tones, voice=settings.voice)
    heard = (settings.tones and players.tones) or (settings.voice and players.voices)
    return Hearing(sound, bool(heard), Awake(shutil.which, pid=os.getpid()))
