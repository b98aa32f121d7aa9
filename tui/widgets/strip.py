"""Over the panes: the safety banner, and what is said or asked where the session's pane is not shown."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tui.text.clean import one_line

KEYS = "  s when to get help · esc puts this away"


class Strip(Vertical):
    """Two texts, each there only while it says something."""

    banner: reactive[str] = reactive("", init=False)
    prompt: reactive[str] = reactive("", init=False)

    def compose(self) -> ComposeResult:
        yield Static(id="banner", markup=False)
        yield Static(id="prompt", markup=False)

    def on_mount(self) -> None:
        self.watch_banner(self.banner)
        self.watch_prompt(self.prompt)

    def watch_banner(self, text: str) -> None:
        self._show("#banner", Content.assemble((one_line(text), "bold"), KEYS) if text else Content(""))

    def watch_prompt(self, text: str) -> None:
        self._show("#prompt", Content(one_line(text)))

    def _show(self, which: str, content: Content) -> None:
        line = self.query_one(which, Static)
        line.display = bool(content)
        line.update(content)
        self.display = bool(self.banner or self.prompt)
