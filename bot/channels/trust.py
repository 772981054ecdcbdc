"""Whom our connections trust."""

import ssl
from functools import cache

import httpx


@cache
def certificates() -> ssl.SSLContext:
    """The authorities that httpx trusts, read once in a process: reading them holds everything up for a while."""
    return httpx.create_ssl_context()
