"""Why a file is not taken: a word for the program, with a text for people in every language (``file-…``)."""

from typing import Literal

Reason = Literal[
    "empty",  # no bytes at all
    "type",  # neither a picture that we can open nor a PDF
    "heic",  # a photo as iPhones keep them
    "large",  # too many bytes, as sent or as it would be kept
    "pixels",  # a picture with too many points
    "damaged",  # cut short or not what it says it is
    "locked",  # a PDF with a password
    "active",  # a PDF that does something, or carries other files
    "pages",  # a PDF with too many pages
    "virus",  # the scanner found something
    "unscanned",  # the scanner is away, and the operator wants nothing that was not scanned
    "many-ticket",  # the ticket has as many files as it may have
    "many-day",  # the user has sent as many in a day as they may
    "gone",  # the provider has it no longer
    "away",  # could not be fetched
]


class FileRefused(Exception):
    """A file is not taken. `key` is the text for people."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason

    @property
    def key(self) -> str:
        """The key of the text that says so, in ``flows/locales``."""
        return f"file-{self.reason}"
