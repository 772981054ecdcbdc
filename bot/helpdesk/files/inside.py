"""The program that opens one stranger's file: in a process of its own, which has nothing to lose and little to spend.

Reads a `Job` from its input, writes an `Outcome` to its output, and ends. It holds no secret, can write no file, and
the system ends it when it takes more memory or time than it was given. ``python -m bot.helpdesk.files.inside``.
"""

import sys

import msgspec

from bot.helpdesk.files.jobs import Job, Outcome
from bot.helpdesk.files.limits import FileLimits
from bot.helpdesk.files.papers import rewrite
from bot.helpdesk.files.pictures import redraw
from bot.helpdesk.files.refusals import FileRefused


def open_up(job: Job) -> Outcome:
    """Make a harmless file of it, or say why not."""
    try:
        if job.kind == "pdf":
            return Outcome(kind="pdf", content=rewrite(job.content, job.limits))
        kind, content = redraw(job.content, job.kind, job.limits)
        return Outcome(kind=kind, content=content)
    except FileRefused as refused:
        return Outcome(refused=refused.reason)


def _be_frugal(limits: FileLimits) -> None:
    if sys.platform == "win32":
        return  # there the parent's patience is the only limit
    import resource  # noqa: PLC0415 - not there on Windows

    seconds = int(limits.seconds) + 1
    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),  # a dump of memory would hold somebody's KTP
    ):
        _, allowed = resource.getrlimit(what)  # where the surroundings allow less, that stays
        least = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(what, (least, least))


def main() -> None:
    """Do one job."""
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
    _be_frugal(job.limits)
    sys.stdout.buffer.write(msgspec.msgpack.encode(open_up(job)))


if __name__ == "__main__":
    main()
