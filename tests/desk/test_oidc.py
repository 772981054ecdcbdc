"""Signing in by the organisation's own service, over HTTP against a provider that can lie."""

import time
from collections.abc import AsyncIterator, Callable
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.channels.trust import certificates
from bot.desk.accounts.config import DeskSection, OidcSection, subject_of
from bot.desk.accounts.entrance import Entrance
from bot.desk.accounts.guard import AGENTS, SignedIn
from bot.desk.accounts.oidc import NotVouched, Organisation
from bot.desk.accounts.register import Newcomer
from storage.accounts import Account
from storage.audit import Wanted
from tests.desk.entering import ADDRESS, Browser, added, app_of, entrance
from tests.line.clock import Clock
from tests.servers import oidc
from tests.servers.oidc import CLIENT, SECRET, Claims, OidcProvider, oidc_provider

AYU = {"sub": "f00d-1", "preferred_username": "Ayu.Lestari", "name": "Ayu Lestari", "groups": ["kpj-agents", "staff"]}
ROLES = {"kpj-agents": "agent", "kpj-leads": "supervisor", "kpj-audit": "auditor"}


async def say_who(_: Request, who: SignedIn) -> Response:
    """What any page of the desk could be."""
    return PlainTextResponse(f"{who.actor.id} {who.actor.role}")


class House:
    """The desk of an organisation, its provider, and browsers that go between the two."""

    def __init__(self, provider: OidcProvider, engine: AsyncEngine, redis: Redis, clock: Clock) -> None:
        self.provider = provider
        self._parts = (engine, redis, clock)
        self._opened: list[Entrance] = []
        self.open(make_accounts=True)

    def open(self, **more: object) -> None:
        """Begin with other settings."""
        given = {"issuer": self.provider.url, "client_id": CLIENT, "name": "Contoh", "roles": ROLES, **more}
        self.section = OidcSection.model_validate(given)
        self.organisation = Organisation(self.section, SECRET)
        section = DeskSection(oidc=self.section)
        self.desk: Entrance = entrance(*self._parts, section, self.organisation)
        self._opened.append(self.desk)
        pages = [self.desk.guard.route(path, say_who, *AGENTS) for path in ("/desk", "/desk/queue")]
        self.app = app_of([*self.desk.routes(), *pages])
        self.provider.redirects = {f"{ADDRESS}/desk/oidc/callback"}

    async def close(self) -> None:
        """Close every desk that was opened."""
        for desk in self._opened:
            await desk.close()

    async def sent(self, browser: Browser, onward: str = "") -> str:
        """Go to the provider and be sent back; return the address to come back to, without going there."""
        await browser.get("/desk/login")
        there = await browser.get(f"/desk/oidc?next={onward}")
        assert there.status_code == 303
        async with httpx.AsyncClient(verify=certificates()) as http:
            back = await http.get(there.headers["location"])
        assert self.provider.problems == []
        return back.headers["location"].removeprefix(ADDRESS)

    async def sign_in(self, browser: Browser, onward: str = "") -> httpx.Response:
        """Go there and come back."""
        return await browser.get(await self.sent(browser, onward))

    async def account(self) -> Account | None:
        """The account of whoever the provider vouches for."""
        return await self.desk.guard.accounts.by_subject(subject_of(self.section, str(self.provider.person["sub"])))


@pytest.fixture
async def house(engine: AsyncEngine, redis: Redis, clock: Clock) -> AsyncIterator[House]:
    """A desk that makes accounts for whoever has a role."""
    clock.now = int(time.time() * 1000)
    async with oidc_provider(dict(AYU)) as provider:
        made = House(provider, engine, redis, clock)
        yield made
        await made.close()


def refused(answer: httpx.Response) -> bool:
    """Whether somebody is back at the log-in page."""
    return answer.status_code in {400, 403} and "/desk/oidc" in answer.text


async def test_whoever_has_a_role_gets_an_account_and_is_in(house: House) -> None:
    """Given a first log-in, an account is made with the role of the group, and one lands where one wanted to go."""
    browser = Browser(house.app)
    assert "Contoh" in (await browser.get("/desk/login")).text
    answer = await house.sign_in(browser, "/desk/queue")
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk/queue")
    assert (await browser.get("/desk/queue")).text == "ayu.lestari agent"
    made = await house.account()
    assert made is not None
    assert (made.display, made.has_password, made.has_factor) == ("Ayu Lestari", False, False)
    found = [(entry.kind, entry.actor, entry.detail) async for entry in house.desk.signing.audit.show(Wanted())]
    assert found == [
        ("account-added", "organisation", "account ayu.lestari, role agent"),
        ("login", "ayu.lestari", "organisation"),
    ]


async def test_the_second_log_in_is_the_same_account_with_the_present_role(house: House) -> None:
    """Given another group, the role follows; the mightiest counts; what was open before is out."""
    first, second = Browser(house.app), Browser(house.app)
    await house.sign_in(first)
    house.provider.person["groups"] = ["kpj-audit", "kpj-leads", "kpj-agents"]
    await house.sign_in(second)
    assert (await second.get("/desk")).text == "ayu.lestari supervisor"
    assert (await first.get("/desk")).status_code == 303
    assert len(await house.desk.guard.accounts.all()) == 1


async def test_an_account_of_the_same_name_is_somebody_elses(house: House) -> None:
    """Given an account with a password and that name, the organisation's person gets another one."""
    await added(house.desk, "agent", "ayu.lestari")
    browser = Browser(house.app)
    await house.sign_in(browser)
    assert (await browser.get("/desk")).text == "ayu.lestari-2 agent"


@pytest.mark.parametrize("groups", [[], ["staff"], None, "kpj", [["kpj-agents"]], {"kpj-agents": True}], ids=str)
async def test_without_a_role_nobody_gets_in(house: House, groups: object) -> None:
    """Given none of the groups, in whatever form, no account is made, and the page says what to tell the admin."""
    house.provider.person["groups"] = groups
    browser = Browser(house.app)
    answer = await house.sign_in(browser)
    assert refused(answer)
    assert "f00d-1" in answer.text
    assert await house.account() is None
    assert (await browser.get("/desk")).status_code == 303


async def test_accounts_are_made_only_where_that_is_configured(house: House) -> None:
    """Given `make_accounts: false`, somebody gets in once an admin has added them, by their identifier."""
    house.open(make_accounts=False)
    assert refused(await house.sign_in(Browser(house.app)))
    newcomer = Newcomer("ayu", "Ayu", "agent", subject=subject_of(house.section, "f00d-1"))
    await house.desk.register.add("operator", newcomer)
    browser = Browser(house.app)
    await house.sign_in(browser)
    assert (await browser.get("/desk")).text == "ayu agent"


async def test_without_groups_in_the_configuration_the_role_is_the_accounts(house: House) -> None:
    """Given no mapping, the role is the one that an admin gave, and nobody gets an account by themselves."""
    house.open(make_accounts=True, roles={})
    assert refused(await house.sign_in(Browser(house.app)))
    newcomer = Newcomer("ayu", "Ayu", "supervisor", subject=subject_of(house.section, "f00d-1"))
    await house.desk.register.add("operator", newcomer)
    browser = Browser(house.app)
    await house.sign_in(browser)
    assert (await browser.get("/desk")).text == "ayu supervisor"


async def test_a_disabled_account_stays_out(house: House) -> None:
    """Given an account that an admin disabled, the organisation's word does not open it again."""
    await house.sign_in(Browser(house.app))
    await house.desk.register.disable("operator", "ayu.lestari")
    house.provider.person["groups"] = ["kpj-leads"]
    browser = Browser(house.app)
    assert refused(await house.sign_in(browser))
    assert (await browser.get("/desk")).status_code == 303
    found = await house.account()
    assert found is not None
    assert found.disabled


async def test_an_issuer_that_changes_its_keys(house: House) -> None:
    """Given a new key, it is fetched when it is first met, and the old one is worth nothing."""
    await house.sign_in(Browser(house.app))
    old = house.provider.key
    house.provider.change_key("2")
    assert (await house.sign_in(Browser(house.app))).status_code == 303
    house.provider.sign = lambda provider, claims: OidcProvider({}, key=old, url=provider.url).signed(claims)
    assert refused(await house.sign_in(Browser(house.app)))
    assert house.provider.calls.count("discovery") == 1


async def test_a_provider_that_wants_the_secret_in_the_form(house: House) -> None:
    """Given a provider without the Basic way, the secret goes along in the form."""
    house.provider.describe = lambda told: {**told, "token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert (await house.sign_in(Browser(house.app))).headers["location"] == "/desk"


@pytest.mark.parametrize(
    "lie",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"aud": "another-client"},
        {"aud": ["another-client", CLIENT]},
        {"aud": [CLIENT, "another-client"], "azp": "another-client"},
        {"aud": None},
        {"exp": -3600},
        {"exp": None},
        {"iat": 3600},
        {"nbf": 3600},
        {"sub": None},
        {"sub": ""},
        {"sub": ["f00d-1"]},
        {"at_hash": "AAAA"},
    ],
    ids=str,
)
async def test_a_token_that_says_something_else(house: House, lie: dict[str, object]) -> None:
    """Given a well signed token with another nonce, issuer, audience or time (from now), nobody gets in."""
    now = int(time.time())
    told = {name: now + value if isinstance(value, int) else value for name, value in lie.items()}
    house.provider.tell = lambda claims: {
        name: value for name, value in {**claims, **told}.items() if value is not None
    }
    browser = Browser(house.app)
    assert refused(await house.sign_in(browser))
    assert (await browser.get("/desk")).status_code == 303
    assert await house.desk.guard.accounts.all() == []
    house.provider.be_honest()
    assert (await house.sign_in(browser)).headers["location"] == "/desk"


@pytest.mark.parametrize(
    "sign",
    [oidc.without_signature, oidc.with_public_key_as_secret, oidc.by_somebody_else, oidc.with_its_own_key],
)
@pytest.mark.parametrize("offered", [["ES256"], ["none", "HS256", "ES256"], ["none", "HS256"], []], ids=str)
async def test_a_token_that_is_not_signed_by_the_issuer(
    house: House, sign: Callable[[OidcProvider, Claims], str], offered: list[str]
) -> None:
    """Given "none", the public key as a secret, or another key, nobody gets in, whatever the issuer says it offers."""
    house.provider.sign = sign
    house.provider.describe = lambda told: {**told, "id_token_signing_alg_values_supported": offered}
    assert refused(await house.sign_in(Browser(house.app)))
    assert await house.desk.guard.accounts.all() == []
    house.provider.be_honest()
    house.open(make_accounts=True)
    assert (await house.sign_in(Browser(house.app))).headers["location"] == "/desk"


async def test_a_state_is_good_once_and_for_one_browser(house: House) -> None:
    """Given a way back that was used, or that another browser was sent on, nobody gets in by it."""
    browser, other = Browser(house.app), Browser(house.app)
    back = await house.sent(browser)
    await other.get("/desk/login")
    assert refused(await other.get(back))
    assert refused(await browser.get(back))
    back = await house.sent(browser)
    assert (await browser.get(back)).headers["location"] == "/desk"
    assert refused(await browser.get(back))


@pytest.mark.parametrize("change", ["state", "code", "iss", "error"])
async def test_a_way_back_that_was_changed(house: House, change: str) -> None:
    """Given another state, code or issuer, or a refusal by the provider, nobody gets in."""
    browser = Browser(house.app)
    back = urlsplit(await house.sent(browser))
    answer = {name: values[0] for name, values in parse_qs(back.query).items()}
    if change == "error":
        answer = {"state": answer["state"], "error": "access_denied"}
    else:
        answer[change] = "https://evil.example"
    refusal = await browser.http.get(back.path, params=answer)
    assert refused(refusal)
    assert "evil" not in refusal.text
    assert (await browser.get("/desk")).status_code == 303


async def test_a_code_of_another_browser_is_refused_by_its_challenge(house: House) -> None:
    """Given a code that was caught on its way, it is worth nothing with another browser's errand (PKCE)."""
    caught = parse_qs(urlsplit(await house.sent(Browser(house.app))).query)["code"][0]
    attacker = Browser(house.app)
    own = parse_qs(urlsplit(await house.sent(attacker)).query)
    answer = await attacker.http.get("/desk/oidc/callback", params={"state": own["state"][0], "code": caught})
    assert refused(answer)


@pytest.mark.parametrize(
    "lie", [{"issuer": "https://evil.example"}, {"jwks_uri": None}, {"token_endpoint": "ftp://evil.example"}], ids=str
)
async def test_an_issuer_that_describes_itself_wrongly(house: House, lie: dict[str, object]) -> None:
    """Given a description of somebody else, or one that is not whole, nobody is sent there."""
    house.provider.describe = lambda told: {**told, **lie}
    browser = Browser(house.app)
    await browser.get("/desk/login")
    assert refused(await browser.get("/desk/oidc"))
    with pytest.raises(NotVouched):
        await house.organisation.check()


async def test_an_issuer_that_is_away(house: House) -> None:
    """Given a provider that does not answer, the page says that it did not work; passwords go on working."""
    house.open(issuer="http://127.0.0.1:1")
    answer = await Browser(house.app).get("/desk/oidc")
    assert refused(answer)
    assert 'name="password"' in answer.text


async def test_planting_a_session_does_not_help(house: House) -> None:
    """Given an id that somebody else knows, whoever comes back from the organisation has another."""
    browser = Browser(house.app)
    back = await house.sent(browser)
    before = browser.http.cookies["desk"]
    await browser.get(back)
    assert browser.http.cookies["desk"] != before
    assert (await browser.get("/desk")).status_code == 200
