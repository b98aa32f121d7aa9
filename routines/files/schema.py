"""The JSON Schema by which an editor completes and checks routine files, made from the loader's own keys.

`python -m routines.schema > routines/library/schema.json` after a change of the keys.
"""

import json
import sys

from routines.files.loader import TABLES
from routines.files.value_types import Schema


def schema() -> Schema:
    """The schema of a file: a routine when it has that key, otherwise an exercise."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A routine or an exercise of tolerable",
        "if": {"required": ["routine"]},
        "then": {"$ref": "#/$defs/routine"},
        "else": {"$ref": "#/$defs/exercise"},
        "$defs": {name: table.schema() for name, table in TABLES.items()},
    }


def schema_text() -> str:
    """The schema as the file ships it."""
    return json.dumps(schema(), indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
