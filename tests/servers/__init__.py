"""Real servers for tests: each in a folder of its own, gone when the tests are."""
