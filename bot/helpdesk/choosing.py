"""Which places the configuration asks for, and the one place where they are made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.config import Config, ConfigError
from bot.helpdesk.port import Place
from storage.line import Line
from storage.sealing import Sealer
from storage.tickets.followers import Followers
from storage.tickets.port import Files


@dataclass(frozen=True)
class Surroundings:
    """What a place may need of the rest of the program."""

    config: Config
    line: Line
    sealer: Sealer
    files: Files | None
    followers: Followers


Maker = Callable[[Surroundings], Place]
"""Makes a place of the configuration; raises `ConfigError` if something is missing in it."""

MAKERS: Mapping[str, Maker] = {}
"""By the names in `helpdesk.places`. The desk is none of them: it reads the tickets themselves."""


def configured_places(around: Surroundings) -> Sequence[Place]:
    """The places that tickets are shown in, besides the desk; raise `ConfigError`."""
    wanted = [name for name in around.config.helpdesk.places if name != "desk"]
    for name in wanted:
        if name not in MAKERS:
            raise ConfigError(f"helpdesk.places: {name} is not to be had.")
    return [MAKERS[name](around) for name in dict.fromkeys(wanted)]
