"""The secret keys: from the environment, or, where everything is embedded, made once and kept in the data folder."""

import os
import secrets
from pathlib import Path

import structlog

from bot.config import RECORDS, Config, ConfigError
from storage.sealing import SECRET, Sealer, WeakSecret, encode_secret

log = structlog.get_logger("bot.keys")

FILE = "secret.key"


def sealer(config: Config) -> Sealer:
    """What encrypts and hashes in this process; raise `ConfigError` for a missing or weak key."""
    given = config.secrets.temankpj_secret_key
    if given is not None:
        return _sealer(given.get_secret_value(), "TEMANKPJ_SECRET_KEY")
    if not config.embedded:
        raise ConfigError(
            "TEMANKPJ_SECRET_KEY is missing: with a Redis or SQL server of your own, set it to 32 random bytes in"
            " urlsafe base64."
        )
    path = config.data_dir / FILE
    if not path.exists() and (config.data_dir / RECORDS).exists():
        raise ConfigError(
            f"data_dir: the secret key {path} is missing, and a new one would not open the {RECORDS} beside it; put the"
            " copy of it back, or set TEMANKPJ_SECRET_KEY."
        )
    return _sealer(_kept(path), str(path))


def key_source(config: Config) -> str:
    """What the operator knows the key by: the variable, or the file in the data folder."""
    return str(config.data_dir / FILE) if config.secrets.temankpj_secret_key is None else "TEMANKPJ_SECRET_KEY"


def _sealer(text: str, source: str) -> Sealer:
    try:
        return Sealer.from_text(text)
    except WeakSecret as error:
        raise ConfigError(f"{source} cannot be used: {error}.") from None


def _kept(path: Path) -> str:
    """The key in the data folder; the first process makes it, all others read the same one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{FILE}.{os.getpid()}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(encode_secret(secrets.token_bytes(SECRET)))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)  # fails if it exists: only one can be first, and it is whole from the start
            log.warning("secret_key.made", file=str(path), advice="keep a copy: without it the data cannot be read")
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
        return path.read_text(encoding="ascii").strip()
    except UnicodeDecodeError:
        raise ConfigError(f"data_dir: the secret key {path} is spoilt; put the copy of it back.") from None
    except OSError as error:
        raise ConfigError(f"data_dir: the secret key in {path.parent} cannot be made or read ({error}).") from None
