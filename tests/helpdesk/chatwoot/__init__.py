"""Tests of Chatwoot as a place where agents work."""
