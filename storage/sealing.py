"""Encryption at rest: AES-256-GCM envelopes with a key id, and keyed hashes for look-ups.

Secrets of 32 bytes (``TEMANKPJ_SECRET_KEY``) are the roots. Separate keys for sealing and for every purpose of hashing
are derived from them (HKDF-SHA256), so a hash made for one purpose can never be compared with another's.

The first secret seals and every one opens, so that a key can be replaced while the program runs. Keyed hashes always
come from the oldest one, because an index cannot be changed to another; when its time for opening is over it stays as
the key for hashes alone. It then protects no content.

An envelope is ``key id (1 byte) | nonce (12) | ciphertext and tag``. What the ciphertext belongs to (a row, a user, a
stream) is its associated data: moved to another place it does not open.
"""

import base64
import binascii
import hmac
import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import NamedTuple, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LAST_ID = 255
NONCE = 12
SECRET = 32


class SealBroken(Exception):
    """What should be opened was altered, moved from its place, or sealed with a key that is not known."""


class WeakSecret(ValueError):
    """The secret is not 32 random bytes in urlsafe base64."""


def decode_secret(text: str) -> bytes:
    """Read a secret key of 32 bytes written in urlsafe base64 (padding optional); raise `WeakSecret`."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError) as error:
        raise WeakSecret("the secret key is not urlsafe base64") from error
    if len(raw) != SECRET:
        raise WeakSecret(f"the secret key has {len(raw)} bytes, it needs {SECRET}")
    if len(set(raw)) < SECRET // 4:
        raise WeakSecret("the secret key repeats itself; make one from random bytes")
    return raw


def encode_secret(raw: bytes) -> str:
    """Write 32 bytes the way `decode_secret` reads them."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=b"temankpj", info=purpose.encode()).derive(secret)


class Secrets(NamedTuple):
    """Several secrets as they stand in the configuration: all by their id, which one seals, and the root of hashes."""

    by_id: dict[int, bytes]
    sealing: int
    hashing: bytes


def read_secrets(text: str) -> Secrets:
    """Read one secret, or several as ``1:SECRET,0:SECRET``, the one that seals first; raise `WeakSecret`.

    A secret without an id has the id 0. ``hash:SECRET`` is the root of hashes; without it that is the one with id 0.
    """
    by_id: dict[int, bytes] = {}
    hashing: bytes | None = None
    for part in filter(None, (one.strip() for one in text.split(","))):
        name, _, secret = part.rpartition(":")
        if name == "hash":
            hashing = decode_secret(secret)
        elif (name or "0").isdecimal() and int(name or 0) <= LAST_ID:
            if int(name or 0) in by_id:
                raise WeakSecret(f"the id {name or 0} stands for two keys")
            by_id[int(name or 0)] = decode_secret(secret)
        else:
            raise WeakSecret(f"an id of a key has to be a number from 0 to {LAST_ID}, or hash")
    if not by_id:
        raise WeakSecret("there is no key that could seal")
    if len(set(by_id.values())) < len(by_id):
        raise WeakSecret("two ids stand for the same key")
    hashing = hashing or by_id.get(0)
    if hashing is None:
        raise WeakSecret("the key with id 0 is missing; where it is to open no more, keep it as hash:…")
    return Secrets(by_id, next(iter(by_id)), hashing)


class Sealer:
    """Seals and opens with one of several keys, and makes keyed hashes.

    `secrets` maps a key id (0 to 255) to its 32 bytes; `sealing` (or else the highest id) seals, all of them open.
    Keyed hashes come from `hashing` (or else the lowest id), so that look-up indexes outlive a rotation.
    """

    def __init__(
        self,
        secrets: Mapping[int, bytes],
        *,
        sealing: int | None = None,
        hashing: bytes | None = None,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._random = random
        self._ciphers = {key_id: AESGCM(_derive(secret, "seal")) for key_id, secret in secrets.items()}
        self._sealing = max(secrets) if sealing is None else sealing
        self._prefix = bytes([self._sealing])
        self._cipher = self._ciphers[self._sealing]
        self._hash_root = hashing or secrets[min(secrets)]
        self._hash_keys: dict[str, bytes] = {}

    def seal(self, plain: bytes, belongs_to: bytes) -> bytes:
        """Encrypt `plain` so that it opens only with the same `belongs_to`."""
        nonce = self._random(NONCE)
        return self._prefix + nonce + self._cipher.encrypt(nonce, plain, belongs_to)

    def open(self, sealed: bytes, belongs_to: bytes) -> bytes:
        """Decrypt an envelope; raise `SealBroken`."""
        if len(sealed) < 1 + NONCE:
            raise SealBroken("too short for an envelope")
        cipher = self._ciphers.get(sealed[0])
        if cipher is None:
            raise SealBroken(f"sealed with key {sealed[0]}, which is not configured")
        try:
            return cipher.decrypt(sealed[1 : 1 + NONCE], sealed[1 + NONCE :], belongs_to)
        except InvalidTag as error:
            raise SealBroken("altered, or moved from its place") from error

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Made of what `read_secrets` reads; raise `WeakSecret`."""
        found = read_secrets(text)
        return cls(found.by_id, sealing=found.sealing, hashing=found.hashing)

    @property
    def prefix(self) -> bytes:
        """What every envelope that is sealed now begins with."""
        return self._prefix

    def renew(self, sealed: bytes, belongs_to: bytes) -> bytes | None:
        """The same content sealed with the present key, None if it is already; raise `SealBroken`."""
        if sealed[:1] == self._prefix:
            return None
        return self.seal(self.open(sealed, belongs_to), belongs_to)

    def keyed_hash(self, purpose: str, value: str | bytes) -> bytes:
        """32 bytes that stand for `value` in an index or a key name and tell nothing without the key."""
        key = self._hash_keys.get(purpose)
        if key is None:
            key = self._hash_keys[purpose] = _derive(self._hash_root, f"hash:{purpose}")
        return hmac.digest(key, value.encode() if isinstance(value, str) else value, sha256)
