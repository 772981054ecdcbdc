"""OpenID Connect, our side of it: where to send a browser, and who the one that comes back is.

The code flow with PKCE. An ID token counts if it is signed with a key of the issuer by an asymmetric algorithm, says
the issuer that is configured, is for us, is in its time, and holds the nonce that this browser was sent with.
"""

import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
import structlog
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from msgspec import Struct

from bot.channels.trust import certificates
from bot.desk.accounts.config import OidcSection, subject_of

ALGORITHMS = frozenset("RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 Ed25519".split())
"""Never "none", and none with a shared secret: whoever knows the public key could sign."""
LEEWAY = 60  # seconds that clocks may differ
TIMEOUT = 10.0
KEPT = 3600.0  # seconds that what the issuer says of itself is believed
_PARTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")

log = structlog.get_logger("bot.desk.oidc")


class NotVouched(Exception):
    """The organisation does not vouch for this browser, or cannot be asked now; the text says why, without a person."""


class Identity(Struct, frozen=True):
    """Whom the organisation vouches for: `sub` by its own word, `subject` by ours; with the groups of the claim."""

    subject: str
    sub: str
    name: str
    display: str
    groups: frozenset[str]


class Organisation:
    """Asks one issuer. `clock` gives seconds for what is kept; `now` seconds since 1970."""

    def __init__(
        self,
        section: OidcSection,
        secret: str,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._section = section
        self._secret = secret
        self._http = httpx.AsyncClient(transport=transport, timeout=TIMEOUT, verify=certificates())
        self._clock = clock
        self._now = now
        self._metadata: Mapping[str, Any] = {}
        self._keys: KeySet | None = None
        self._read_at = float("-inf")

    async def address(self, redirect: str, state: str, nonce: str, verifier: str) -> str:
        """Where to send a browser; raise `NotVouched`."""
        metadata = await self._discovered()
        asked = {
            "nonce": nonce,
            "code_challenge": create_s256_code_challenge(verifier),  # type: ignore[no-untyped-call]  # the stubs leave it bare
            "code_challenge_method": "S256",
        }
        address = prepare_grant_uri(
            metadata["authorization_endpoint"],
            self._section.client_id,
            "code",
            redirect_uri=redirect,
            scope=self._section.scopes,
            state=state,
            **asked,
        )
        return str(address)

    async def vouched(self, redirect: str, answer: Mapping[str, str], nonce: str, verifier: str) -> Identity:
        """Who comes back with this answer; raise `NotVouched`. `state` was compared before."""
        if answer.get("iss", self._section.issuer) != self._section.issuer:
            raise NotVouched("the answer comes from another issuer")
        if "code" not in answer:
            raise NotVouched("the answer holds no code")
        token = await self._redeemed(redirect, answer["code"], verifier)
        return self._identity(await self._claims(token, nonce))

    async def check(self) -> str:
        """Ask whether the issuer can be reached; one line for people. Raise `NotVouched`."""
        await self._discovered()
        return self._section.issuer

    async def close(self) -> None:
        """Close the connections to it."""
        await self._http.aclose()

    async def _redeemed(self, redirect: str, code: str, verifier: str) -> Mapping[str, Any]:
        """The tokens for a code, fetched as this client, with what only this browser's errand knows."""
        metadata = await self._discovered()
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect, "code_verifier": verifier}
        methods = metadata.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        own = (self._section.client_id, self._secret)
        if "client_secret_basic" in methods:
            basic: httpx.BasicAuth | None = httpx.BasicAuth(quote(own[0], safe=""), quote(own[1], safe=""))
        else:
            basic, form = None, {**form, "client_id": own[0], "client_secret": own[1]}
        token = await self._asked("POST", metadata["token_endpoint"], data=form, auth=basic)
        if not isinstance(token.get("id_token"), str):
            raise NotVouched("there is no ID token")
        return token

    async def _claims(self, token: Mapping[str, Any], nonce: str) -> Mapping[str, Any]:
        try:
            try:
                decoded = await self._decoded(token["id_token"], fresh=False)
            except InvalidKeyIdError:  # the issuer may have changed its keys since
                decoded = await self._decoded(token["id_token"], fresh=True)
            claims = CodeIDToken(
                decoded.claims,
                decoded.header,
                {
                    "iss": {"essential": True, "value": self._section.issuer},
                    "aud": {"essential": True, "value": self._section.client_id},
                    "nonce": {"essential": True, "value": nonce},
                },
                {"nonce": nonce, "client_id": self._section.client_id, "access_token": token.get("access_token")},
            )
            claims.validate(now=int(self._now()), leeway=LEEWAY)
            if not isinstance(claims["sub"], str) or not claims["sub"]:
                raise ValueError("sub")
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise NotVouched(f"the ID token does not hold: {type(error).__name__}") from error
        return dict(claims)

    async def _decoded(self, id_token: str, *, fresh: bool) -> jwt.Token:
        offered = self._metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
        algorithms = sorted(ALGORITHMS.intersection(offered))
        if not algorithms:  # an empty list would allow what the library thinks best
            raise NotVouched("the issuer signs in no way that we trust")
        registry = JWSRegistry(algorithms=algorithms, strict_check_header=False)
        return jwt.decode(id_token, await self._key_set(fresh=fresh), registry=registry)

    def _identity(self, claims: Mapping[str, Any]) -> Identity:
        groups = claims.get(self._section.role_claim, [])
        words = [groups] if isinstance(groups, str) else groups if isinstance(groups, list) else []
        name = str(claims.get("preferred_username") or claims.get("email") or claims["sub"])
        return Identity(
            subject_of(self._section, str(claims["sub"])),
            str(claims["sub"]),
            name.partition("@")[0],
            str(claims.get("name") or name),
            frozenset(word for word in words if isinstance(word, str)),
        )

    async def _discovered(self) -> Mapping[str, Any]:
        """What the issuer says of itself; it has to say that it is who we think it is."""
        if self._metadata and self._clock() - self._read_at < KEPT:
            return self._metadata
        found = await self._asked("GET", f"{self._section.issuer.rstrip('/')}/.well-known/openid-configuration")
        if found.get("issuer") != self._section.issuer:
            raise NotVouched("the issuer calls itself otherwise")
        scheme = urlsplit(self._section.issuer).scheme
        if not all(
            isinstance(found.get(part), str) and urlsplit(found[part]).scheme in {"https", scheme} for part in _PARTS
        ):
            raise NotVouched("the issuer's description is not whole")
        self._metadata, self._keys, self._read_at = found, None, self._clock()
        return found

    async def _key_set(self, *, fresh: bool) -> KeySet:
        if self._keys is None or fresh:
            self._keys = KeySet.import_key_set(await self._asked("GET", self._metadata["jwks_uri"]))  # type: ignore[arg-type]  # checked by it
        return self._keys

    async def _asked(self, method: str, address: str, **given: Any) -> Mapping[str, Any]:
        try:
            answer = await self._http.request(method, address, **given)
            answer.raise_for_status()
            found = answer.json()
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise NotVouched(f"the issuer cannot be asked: {type(error).__name__}") from error
        if not isinstance(found, dict):
            raise NotVouched("the issuer answers in another form")
        return found
