"""The secret key: given, made once, and refused when it is weak or missing."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config import ConfigError, load
from bot.keys import FILE, sealer
from storage.sealing import encode_secret

STRONG = encode_secret(bytes(range(32)))


def test_a_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    """Where everything is embedded a missing key is made; what it sealed opens again later."""
    embedded = load(None, {}).model_copy(update={"data_dir": tmp_path / "var"})
    sealed = sealer(embedded).seal(b"text", b"place")
    assert sealer(embedded).open(sealed, b"place") == b"text"
    assert stat.S_IMODE((tmp_path / "var" / FILE).stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "var").iterdir()] == [FILE]


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    """The first one makes it; all read the same."""
    environment = {**os.environ, "TEMANKPJ__DATA_DIR": str(tmp_path)}
    program = (
        "from bot.config import load; from bot.keys import sealer; print(sealer(load()).keyed_hash('x', 'y').hex())"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    hashes = {process.communicate()[0].splitlines()[-1] for process in started}
    assert len(hashes) == 1


@pytest.mark.parametrize("weak", ["short", "A" * 43, encode_secret(b"ab" * 16), "ä" * 43])
def test_a_weak_key_is_refused(tmp_path: Path, weak: str) -> None:
    """A key that somebody typed is no key."""
    given = load(None, {"TEMANKPJ_SECRET_KEY": weak}).model_copy(update={"data_dir": tmp_path})
    with pytest.raises(ConfigError, match="TEMANKPJ_SECRET_KEY"):
        sealer(given)


def test_a_missing_key_is_refused_beside_real_servers(tmp_path: Path) -> None:
    """With a Redis of its own the service must not invent a key: another replica would invent another."""
    given = load(None, {"REDIS_URL": "redis://127.0.0.1:1"}).model_copy(update={"data_dir": tmp_path})
    with pytest.raises(ConfigError, match="TEMANKPJ_SECRET_KEY"):
        sealer(given)


def test_a_given_key_is_used(tmp_path: Path) -> None:
    """Two processes with the same key understand each other, and nothing is written to the folder."""
    given = load(None, {"TEMANKPJ_SECRET_KEY": STRONG}).model_copy(update={"data_dir": tmp_path})
    assert sealer(given).open(sealer(given).seal(b"x", b"y"), b"y") == b"x"
    assert list(tmp_path.iterdir()) == []
