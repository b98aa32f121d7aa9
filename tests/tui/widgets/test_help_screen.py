"""What the help says beside the keys of a screen."""

from textual.binding import Binding

from tui.keys import DEFAULT_KEYMAP, Keymap
from tui.widgets.help_screen import describe_keys, session_help


def test_the_help_on_sessions_names_the_persons_own_keys() -> None:
    assert "x stops at once because of pain; then space: continue" in session_help(DEFAULT_KEYMAP)
    assert "f2 stops at once" in session_help(Keymap({"stop": "f2"}))


def test_each_key_is_listed_with_what_it_does() -> None:
    keys = [
        Binding("a,b", "go", "Go", tooltip="Go on"),
        Binding("question_mark", "help", "Help", key_display="?"),
    ]
    assert describe_keys(keys) == [("a b", "Go on"), ("?", "")]
