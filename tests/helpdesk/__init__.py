"""The operator's people: what they can do, what conversations are told of it, and where they work."""
