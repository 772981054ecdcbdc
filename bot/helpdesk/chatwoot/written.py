"""What agents wrote, as they saw it while they wrote.

Chatwoot's editor keeps Markdown (https://github.com/chatwoot/prosemirror-schema), and its API gives that as it is: a
new line is a backslash before the line's end, bold stands between two asterisks, an address between angle brackets,
and a colleague's name is a link. No channel of ours reads that; users would see the signs.
"""

import re
from typing import Final

_LINE: Final = re.compile(r"\\(?=\r?\n)")
_BOLD: Final = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_ADDRESS: Final = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_COLLEAGUE: Final = re.compile(r"\[(@[^\]\n]+)\]\(mention://[^)\s]*\)")


def plain(content: str | None) -> str:
    """The words without the editor's signs. Bold keeps one asterisk on each side, as people write it in chats."""
    text = _LINE.sub("", content or "")
    text = _BOLD.sub(r"*\1*", text)
    text = _ADDRESS.sub(r"\1", text)
    return _COLLEAGUE.sub(lambda found: found[1].replace("\\", ""), text).strip()
