"""Names of files, made harmless: what a sender calls a file is shown to people and stands in headers."""

import re
import unicodedata
from typing import Final

from bot.helpdesk.files.kinds import EXTENSIONS, Kind

LONGEST: Final = 80

_UNWANTED: Final = re.compile(r'[\\/:*?"<>|%;&`$=\'{}\[\]^~#@!+,]+')
_SPACES: Final = re.compile(r"[\s_]+")
_EXTENSION: Final = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # no file can be called so on Windows


def safe_name(claimed: str, kind: Kind, without: str = "berkas") -> str:
    """A name without a path, marks that nobody sees or that turn the text round, and with the kind's own ending.

    All endings that were claimed go (``a.pdf.exe``), so that none can pretend to be another. `without`: what a file is
    called of whose name nothing is left.
    """
    last = re.split(r"[\\/]", claimed.replace("\x00", "/"))[-1]
    visible = "".join(sign if _shown(sign) else " " for sign in unicodedata.normalize("NFC", last))
    stem = _SPACES.sub(" ", _UNWANTED.sub(" ", visible)).strip(" .-")
    while (shorter := _EXTENSION.sub("", stem)) != stem:
        stem = shorter.strip(" .-")
    stem = _SPACES.sub(" ", stem.replace(".", " "))
    if not any(sign.isalnum() for sign in stem) or _RESERVED.fullmatch(stem):
        stem = without
    ending = "." + EXTENSIONS[kind]
    return stem[: LONGEST - len(ending)].strip(" -") + ending


def _shown(sign: str) -> bool:
    """Letters, their marks, digits, punctuation and plain blanks; no control, format, private or lone halves."""
    category = unicodedata.category(sign)
    return category[0] in "LMNPS" or sign == " "
