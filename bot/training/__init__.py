"""How the model that understands free text is made and judged. Training needs the development extra."""
