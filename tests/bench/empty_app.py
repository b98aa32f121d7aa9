"""A Textual app that does nothing, to measure others by: `python -m tests.bench.empty_app`."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static

SHOWN = "Nothing happens here"


class EmptyApp(App[None]):
    """A line of text and a footer."""

    def compose(self) -> ComposeResult:
        yield Static(SHOWN)
        yield Footer()


if __name__ == "__main__":
    EmptyApp().run()
