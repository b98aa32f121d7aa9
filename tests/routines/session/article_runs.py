"""Five-word runs of the article that the exercises come from, as salted hashes: none of its text is kept here.

`python -m tests.routines.session.article_runs ARTICLE.txt > tests/routines/article_runs.txt` makes the file of the hashes
anew; each line of it is one run.
"""

import re
import sys
from hashlib import sha256
from pathlib import Path

from tests.folders import TESTS

RUNS = TESTS / "routines" / "article_runs.txt"
SALT = "tolerable: words in a row"
WORDS = 5
DIGITS = 10
"""Hexadecimal digits of a hash that are kept: of two thousand runs, none is taken for another by chance."""


def runs(text: str) -> dict[str, str]:
    """Every run of five words in a text, by its hash; signs and capitals do not count."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    found = (" ".join(words[n : n + WORDS]) for n in range(len(words) - WORDS + 1))
    return {sha256(f"{SALT}: {run}".encode()).hexdigest()[:DIGITS]: run for run in found}


if __name__ == "__main__":
    article = Path(sys.argv[1]).read_text(encoding="utf-8")
    sys.stdout.write("".join(f"{line}\n" for line in sorted(runs(article))))
