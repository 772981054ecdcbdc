"""How free text is understood."""
