"""The Lua scripts of the line, each a few lines, read from the files beside this one."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha1
from importlib.resources import files

from hiredis import pack_command

Word = str | int | float | bytes
Words = tuple[Word, ...]


def pack(*words: Word) -> bytes:
    """A command as bytes for the wire."""
    packed: bytes = pack_command(words)  # type: ignore[arg-type]  # its stub says: a tuple of one
    return packed


@dataclass(frozen=True, slots=True)
class Script:
    """A script and the name under which Redis knows it once loaded."""

    source: str
    sha: str

    def packed(self, keys: Words, arguments: Words) -> bytes:
        """The command that runs it, as bytes for the wire."""
        packed: bytes = pack_command(("EVALSHA", self.sha, len(keys), *keys, *arguments))  # type: ignore[arg-type]
        return packed

    def packed_whole(self, keys: Words, arguments: Words) -> bytes:
        """The same with the script's text, for a server that has forgotten it."""
        return pack("EVAL", self.source, len(keys), *keys, *arguments)


NAMES = ("ingest", "commit", "finish", "settle", "tick", "claim", "prepare", "beat")


@cache
def load(name: str) -> Script:
    """Read the script of that name; what hands entries over gets the shared part in front."""
    folder = files(__name__)
    source = (folder / f"{name}.lua").read_text()
    if "hand_over(" in source:
        source = (folder / "hand_over.lua").read_text() + source
    return Script(source, sha1(source.encode(), usedforsecurity=False).hexdigest())
