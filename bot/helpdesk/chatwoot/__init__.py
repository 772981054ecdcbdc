"""Chatwoot as a place where agents work: a conversation in an API inbox for each ticket."""
