"""The part of the configuration that says who may enter the desk."""

from typing import Literal

from pydantic import Field

from bot.sections import Section


class OidcSection(Section):
    """The organisation's own sign-in (OpenID Connect); the secret is OIDC_CLIENT_SECRET."""

    issuer: str = Field(pattern=r"^https?://[^\s?#]+$")
    client_id: str = Field(min_length=1)
    name: str = Field("organisasi", min_length=1, max_length=40)
    scopes: str = "openid profile email"
    role_claim: str = "groups"
    roles: dict[str, Literal["agent", "supervisor", "auditor", "admin"]] = Field(default_factory=dict)
    make_accounts: bool = False


def subject_of(section: OidcSection, sub: str) -> str:
    """Whom an issuer means by this identifier; another issuer means somebody else by the same one."""
    return f"{section.issuer}\n{sub}"


class DeskSection(Section):
    """The agents' desk; see config.yaml for what each key does."""

    session_idle_minutes: int = Field(60, ge=5, le=24 * 60)
    session_hours: int = Field(12, ge=1, le=7 * 24)
    require_totp: bool = True
    oidc: OidcSection | None = None
