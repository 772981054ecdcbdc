"""The signature of Chatwoot's webhooks: HMAC-SHA256 of ``timestamp.body``, in hexadecimal digits after ``sha256=``."""

import hmac
from hashlib import sha256
from typing import Final

SIGNATURE: Final = "X-Chatwoot-Signature"
TIMESTAMP: Final = "X-Chatwoot-Timestamp"
TOLERANCE: Final = 5 * 60
"""Seconds that a delivery may be old, or a clock ahead."""


def signature_of(secret: str, timestamp: str, body: bytes) -> str:
    """What the header has to say."""
    return "sha256=" + hmac.new(secret.encode(), timestamp.encode() + b"." + body, sha256).hexdigest()


def is_signed(secret: str, timestamp: str, signature: str, body: bytes, now: int) -> bool:
    """Whether whoever knows the secret has signed this lately. `now`: ms since 1970, UTC."""
    genuine = hmac.compare_digest(signature_of(secret, timestamp, body).encode(), signature.encode())
    if not genuine or not (timestamp.isascii() and timestamp.isdecimal()):
        return False
    return abs(now / 1000 - int(timestamp[:15])) <= TOLERANCE
