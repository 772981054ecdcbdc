"""Who may enter the agents' desk: accounts in SQL, sessions and counted attempts in Redis."""

from storage.accounts.attempts import AttemptRules, Attempts, Locked
from storage.accounts.factors import SqlFactors
from storage.accounts.passwords import Passwords, TooBusy, WeakPassword
from storage.accounts.port import (
    LOCALES,
    ROLES,
    Account,
    BadName,
    Locale,
    NameTaken,
    NoSuchAccount,
    Role,
    account_name,
    shown_name,
)
from storage.accounts.sessions import Session, Sessions, Stage
from storage.accounts.sql import SqlAccounts
from storage.accounts.tables import accounts, recovery_codes

__all__ = [
    "LOCALES", "ROLES", "Account", "AttemptRules", "Attempts", "BadName", "Locale", "Locked", "NameTaken",
    "NoSuchAccount", "Passwords", "Role", "Session", "Sessions", "SqlAccounts", "SqlFactors", "Stage", "TooBusy",
    "WeakPassword", "account_name", "accounts", "recovery_codes", "shown_name",
]  # fmt: skip
