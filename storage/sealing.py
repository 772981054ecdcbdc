"""Encryption at rest: AES-256-GCM envelopes with a key id, and keyed hashes for look-ups.

One secret of 32 bytes (``TEMANKPJ_SECRET_KEY``) is the root. Separate keys for sealing and for every purpose of
hashing are derived from it (HKDF-SHA256), so a hash made for one purpose can never be compared with another's.

An envelope is ``key id (1 byte) | nonce (12) | ciphertext and tag``. What the ciphertext belongs to (a row, a user, a
stream) is its associated data: moved to another place it does not open.
"""

import base64
import binascii
import hmac
import os
from collections.abc import Callable, Mapping
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

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


class Sealer:
    """Seals and opens with the newest of several keys, and makes keyed hashes.

    `secrets` maps a key id (0 to 255) to its 32 bytes; the highest id seals, all of them open. Keyed hashes come from
    the lowest id, so that look-up indexes outlive a rotation of the sealing key.
    """

    def __init__(self, secrets: Mapping[int, bytes], *, random: Callable[[int], bytes] = os.urandom) -> None:
        self._random = random
        self._ciphers = {key_id: AESGCM(_derive(secret, "seal")) for key_id, secret in secrets.items()}
        self._newest = max(secrets)
        self._prefix = bytes([self._newest])
        self._cipher = self._ciphers[self._newest]
        self._hash_root = secrets[min(secrets)]
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

    def keyed_hash(self, purpose: str, value: str | bytes) -> bytes:
        """32 bytes that stand for `value` in an index or a key name and tell nothing without the key."""
        key = self._hash_keys.get(purpose)
        if key is None:
            key = self._hash_keys[purpose] = _derive(self._hash_root, f"hash:{purpose}")
        return hmac.digest(key, value.encode() if isinstance(value, str) else value, sha256)
