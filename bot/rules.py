"""The operator's limits and hours in the units of those who keep them."""

from bot.config import Config
from bot.helpdesk.hours import DAYS, Hours, zone_of
from bot.helpdesk.warden import Patience
from bot.sections import ScopeSection
from storage.codes import CodeRules
from storage.limits import HOUR, MINUTE, LimitRules, Scope
from storage.retention import RetentionRules

SECOND = 1_000


def limit_rules(config: Config) -> LimitRules:
    """How often proofs may fail."""
    limits, alarm = config.limits, config.limits.alarm
    return LimitRules(
        conversation=_scope(limits.conversation),
        nik=_scope(limits.nik),
        phone=_scope(limits.phone),
        network=_scope(limits.network),
        service=_scope(limits.service),
        usual_failures=alarm.failures,
        usual_niks=alarm.niks_per_conversation,
        usual_seekers=alarm.conversations,
        quiet=alarm.repeat_minutes * MINUTE,
    )


def code_rules(config: Config) -> CodeRules:
    """How long codes are valid, and how many there may be."""
    codes = config.codes
    return CodeRules(
        valid=codes.valid_minutes * MINUTE,
        tries=codes.tries,
        resend_after=codes.resend_after_seconds * SECOND,
        per_member=codes.per_member_a_day,
        per_conversation=codes.per_conversation_a_day,
    )


def retention_rules(config: Config) -> RetentionRules:
    """How long records stay."""
    return RetentionRules(
        config.retention.consents_days,
        config.retention.audit_days,
        config.retention.closed_requests_days,
        config.helpdesk.files.keep_days,
        config.retention.dead_letters_days,
    )


def opening_hours(config: Config) -> Hours:
    """When the operator's people are there."""
    helpdesk = config.helpdesk
    return Hours(
        zone_of(helpdesk.zone),
        {day: getattr(helpdesk.hours, day) for day in DAYS},
        helpdesk.holidays,
        helpdesk.joint_leave,
        frozenset(helpdesk.closed_on),
        frozenset(helpdesk.open_on),
    )


def patience(config: Config) -> Patience:
    """How long until somebody is reminded, asked, or given up."""
    helpdesk = config.helpdesk
    return Patience(
        remind=helpdesk.remind_after_minutes * MINUTE,
        supervisors=helpdesk.supervisor_after_minutes * MINUTE,
        quiet=helpdesk.quiet_after_minutes * MINUTE,
        close=helpdesk.close_after_minutes * MINUTE,
    )


def _scope(section: ScopeSection) -> Scope:
    return Scope(
        tuple((failures, minutes * MINUTE) for failures, minutes in section.locks), section.window_hours * HOUR
    )
