"""The settings `keys.NAME`: the key of a command, chosen by the person."""

from collections.abc import Mapping
from dataclasses import dataclass

from routines.files.faults import quoted
from tui.keys import BY_NAME, KeyFaultError, Keymap, display_key, find_command, read_key, read_keymap
from tui.settings.value_types import SettingsError

KEYS = "keys"
PREFIX = "keys."


@dataclass(frozen=True, slots=True)
class KeySetting:
    """One key; empty text stands for the default of the command."""

    command: str

    def read(self, name: str, value: object) -> str:
        if not isinstance(value, str):
            raise SettingsError(f'{name} is a key in quotes, such as "z"')
        try:
            return read_key(value) if value else BY_NAME[self.command].key
        except KeyFaultError as error:
            raise SettingsError(f"{name}: {error}") from error

    def parse(self, name: str, words: str) -> object:
        return self.read(name, words)

    def to_toml(self, value: str) -> object:
        return display_key(value)

    def to_text(self, value: str) -> str:
        return display_key(value)


def find_key_setting(name: str) -> KeySetting:
    """The setting `keys.NAME`. Raises SettingsError when no command is called so."""
    try:
        return KeySetting(find_command(name.removeprefix(PREFIX)).name)
    except KeyFaultError as error:
        raise SettingsError(str(error)) from error


def change_key(keymap: Keymap, name: str, value: object) -> Keymap:
    """The keymap with one key changed. Raises SettingsError, also when another command has the key."""
    setting = find_key_setting(name)
    key = setting.read(name, value)
    try:
        return keymap.with_key(setting.command, key)
    except KeyFaultError as error:
        raise SettingsError(f"{name}: {error}") from error


def read_key_table(value: object) -> tuple[Keymap, tuple[tuple[str, str], ...]]:
    """The keymap of the file's table `[keys]`, and (setting, fault) for each choice that cannot be used."""
    if not isinstance(value, Mapping):
        return Keymap(), ((KEYS, f'keys is a table, as in keys.undo = "z", not {quoted(str(value))}'),)
    texts = {str(name): key for name, key in value.items() if isinstance(key, str)}
    keymap, faults = read_keymap(texts)
    wrong = [(name, 'a key is written in quotes, such as "z"') for name in value if name not in texts]
    return keymap, tuple((str(name), f"{PREFIX}{name}: {fault}") for name, fault in (*wrong, *faults))
