"""Which language a text is in, None when unsure: a placeholder that knows no language."""


def judge(text: str) -> str | None:
    """The ISO 639-1 code of the language."""
    return "en" if " the " in text else None
