"""The rules of `flows.understanding`: topics in order, each with the patterns of plain words that mean it.

Patterns of one topic stand together unless an earlier topic would take words that are surely this one's: then a few of
them come first, under the same name.
"""

from flows.understanding.rules import membership, number, savings, situations, talk

RULES = (*talk.RULES, *situations.RULES, *number.RULES, *savings.RULES, *membership.RULES)
