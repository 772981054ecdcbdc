"""The places under test: one module each, found by `tests.helpdesk.contract`."""
