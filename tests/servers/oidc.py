"""An OpenID Connect provider on 127.0.0.1: discovery, keys, the page that sends back a code, and signed ID tokens.

It is strict about what a client has to do (registered address, PKCE, its secret, each code once), and it can be made to
lie, as an attacker or a broken provider would.
"""

import base64
import json
import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode

from joserfc import jwt
from joserfc.jwk import ECKey, OctKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.servers.asgi import serving

CLIENT, SECRET = "teman-kpj", "secret of the test: 7f/7f"

Claims = dict[str, Any]


def b64(raw: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _as_it_is(claims: Claims) -> Claims:
    return claims


@dataclass(frozen=True)
class Asked:
    """What a browser was sent with."""

    redirect: str
    nonce: str
    challenge: str


@dataclass
class OidcProvider:
    """The state. `person`: the claims of whoever signs in.

    The lies: `tell` changes the claims, `sign` the token, `describe` what is said of the provider.
    """

    person: Claims
    redirects: set[str] = field(default_factory=set)
    tell: Callable[[Claims], Claims] = _as_it_is
    sign: "Callable[[OidcProvider, Claims], str] | None" = None
    describe: Callable[[Claims], Claims] = _as_it_is
    url: str = ""
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256", {"kid": "1", "use": "sig"}))
    codes: dict[str, Asked] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)

    def be_honest(self) -> None:
        """No more lies."""
        self.tell, self.sign, self.describe = _as_it_is, None, _as_it_is

    def app(self) -> Starlette:
        """The HTTP side of it."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._discovery),
                Route("/keys", self._keys),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
            ]
        )

    def change_key(self, kid: str) -> None:
        """Sign with another key from now on."""
        self.key = ECKey.generate_key("P-256", {"kid": kid, "use": "sig"})

    def signed(self, claims: Claims) -> str:
        """An ID token as it should be."""
        header = {"alg": "ES256", "kid": str(self.key.kid)}
        return jwt.encode(header, claims, self.key, algorithms=["ES256"])

    async def _discovery(self, _: Request) -> Response:
        self.calls.append("discovery")
        description = {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "id_token_signing_alg_values_supported": ["ES256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        }
        return JSONResponse(self.describe(description))

    async def _keys(self, _: Request) -> Response:
        self.calls.append("keys")
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def _authorize(self, request: Request) -> Response:
        asked = request.query_params
        self._wants(asked.get("client_id") == CLIENT, "another client")
        self._wants(asked.get("redirect_uri") in self.redirects, "an address that is not registered")
        self._wants(asked.get("response_type") == "code", "not the code flow")
        self._wants("openid" in asked.get("scope", "").split(), "no scope openid")
        self._wants(asked.get("code_challenge_method") == "S256", "no PKCE")
        code = secrets.token_urlsafe(16)
        self.codes[code] = Asked(asked["redirect_uri"], asked["nonce"], asked["code_challenge"])
        answer = {"code": code, "state": asked["state"], "iss": self.url}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 302)

    async def _token(self, request: Request) -> Response:
        self.calls.append("token")
        form = await request.form()
        asked = self.codes.pop(str(form.get("code")), None)
        basic = base64.b64encode(f"{CLIENT}:{quote(SECRET, safe='')}".encode())
        by_basic = request.headers.get("authorization") == f"Basic {basic.decode()}"
        by_post = (form.get("client_id"), form.get("client_secret")) == (CLIENT, SECRET)
        challenge = b64(sha256(str(form.get("code_verifier")).encode()).digest())
        if asked is None or not (by_basic or by_post):
            return JSONResponse({"error": "invalid_grant" if asked is None else "invalid_client"}, 400)
        if challenge != asked.challenge or form.get("redirect_uri") != asked.redirect:
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked.nonce, **self.person}
        claims = self.tell(claims)
        token = self.sign(self, claims) if self.sign else self.signed(claims)
        return JSONResponse({"access_token": "at", "token_type": "Bearer", "expires_in": 300, "id_token": token})

    def _wants(self, fits: bool, problem: str) -> None:
        if not fits:
            self.problems.append(problem)


def without_signature(_: OidcProvider, claims: Claims) -> str:
    """A token of the algorithm "none"."""
    header = b64(json.dumps({"alg": "none", "typ": "JWT"}).encode())
    return f"{header}.{b64(json.dumps(claims).encode())}."


def with_public_key_as_secret(provider: OidcProvider, claims: Claims) -> str:
    """A token signed with the public key, as if that were a shared secret."""
    key = OctKey.import_key(provider.key.as_pem(private=False))
    return jwt.encode({"alg": "HS256", "kid": str(provider.key.kid)}, claims, key, algorithms=["HS256"])


def by_somebody_else(provider: OidcProvider, claims: Claims) -> str:
    """A token signed with another key that calls itself by the same id."""
    stranger = ECKey.generate_key("P-256")
    return jwt.encode({"alg": "ES256", "kid": str(provider.key.kid)}, claims, stranger, algorithms=["ES256"])


def with_its_own_key(_: OidcProvider, claims: Claims) -> str:
    """A token that brings the key along with which it is signed."""
    stranger = ECKey.generate_key("P-256")
    header = {"alg": "ES256", "jwk": stranger.as_dict(private=False)}
    return jwt.encode(header, claims, stranger, algorithms=["ES256"])


@asynccontextmanager
async def oidc_provider(person: Claims) -> AsyncIterator[OidcProvider]:
    """A provider on a free port, at which this person signs in without being asked."""
    provider = OidcProvider(person)
    async with serving(provider.app()) as url:
        provider.url = url
        yield provider
