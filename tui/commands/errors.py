"""What a command says when it cannot do what was asked, by the exit status that follows."""


class UsageError(Exception):
    """The command line asks for something that cannot be (status 2); the message says what to write."""


class DataError(Exception):
    """A file or the journal is at fault (status 1). Each argument is a line: what, where, what to do."""
