"""What is looked for, on one line of words, and the questions by which that is changed."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from journal.observations import Site
from journal.values import RecordError, words
from tui.history.reading import KINDS, Filters, clear_filter
from tui.history.words import filter_words
from tui.system.clock import Clock
from tui.text.clean import one_line
from tui.text.parse import MomentError, read_day
from tui.widgets.prompt_line import PromptLine


class FilterLine(Vertical):
    """Says what is looked for; asks for a filter, or takes it away."""

    filters: var[Filters] = var(Filters(), init=False)

    @dataclass
    class FiltersChanged(Message):
        """Something else is looked for."""

    @dataclass
    class Closed(Message):
        """No question stands any more."""

    def __init__(self, clock: Clock, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._clock = clock

    def compose(self) -> ComposeResult:
        yield Static(Content(filter_words(self.filters)), id="filters", markup=False)
        yield PromptLine(id="asking")

    @property
    def is_open(self) -> bool:
        """Whether a question stands."""
        return self.query_one(PromptLine).is_open

    def watch_filters(self) -> None:
        self.warn("")
        self.post_message(self.FiltersChanged())

    def warn(self, text: str) -> None:
        """Show a warning instead of the filters; empty: the filters again."""
        shown = Content.styled(text, "bold $text-warning") if text else Content(filter_words(self.filters))
        self.query_one("#filters", Static).update(shown)

    async def ask(self, name: str, tags: Sequence[str]) -> None:
        """Take a filter away, or ask for it; `tags` are offered while one is written."""
        if getattr(self.filters, name):
            self.filters = clear_filter(self.filters, name)
        else:
            await self._questions(tags)[name]()

    def _questions(self, tags: Sequence[str]) -> Mapping[str, Callable[[], Awaitable[None]]]:
        asking, how = self.query_one(PromptLine), "A digit, or the arrow keys and enter."
        return {
            "kind": lambda: asking.pick("kind", f"Which kind? {how}", KINDS),
            "site": lambda: asking.pick("site", f"Where? {how}", tuple(Site)),
            "tag": lambda: asking.write("tag", "Which tag?", tags),
            "search": lambda: asking.write("search", "Which words in the notes?"),
            "day": lambda: asking.write("day", "Which day? today, yesterday, or a date such as 2026-11-20"),
        }

    @on(PromptLine.Answered)
    def _take(self, event: PromptLine.Answered) -> None:
        event.stop()
        try:
            filters = self._with(event.name, event.text) if event.text else self.filters
        except (MomentError, RecordError) as error:
            self.query_one(PromptLine).refuse(one_line(str(error)))
            return
        self.query_one(PromptLine).close()
        self.post_message(self.Closed())
        self.filters = filters

    def _with(self, name: str, text: str) -> Filters:
        """The filters with an answer. Raises WhenError, RecordError."""
        match name:
            case "kind":
                return replace(self.filters, kind=text)
            case "site":
                return replace(self.filters, site=Site(text))
            case "tag":
                return replace(self.filters, tag=words([text], "a tag")[0])
            case "day":
                day = read_day(text, self._clock.now(), self._clock.day_ends)
                return replace(self.filters, day=day)
        return replace(self.filters, search=text)

    @on(PromptLine.Cancelled)
    def _leave(self, event: PromptLine.Cancelled) -> None:
        event.stop()
        self.post_message(self.Closed())
