"""A text in less room than it takes."""

import unicodedata


def short(text: str, most: int) -> str:
    """Cut at a space where there is one near the end, never inside a character that is drawn from several."""
    if len(text) <= most:
        return text
    cut = text[:most]
    space = cut.rfind(" ")
    cut = cut[:space] if space > most * 2 // 3 else cut
    while cut and (unicodedata.combining(text[len(cut)]) or text[len(cut)] in "\u200d\ufe0f" or cut[-1] == "\u200d"):
        cut = cut[:-1]
    return cut.rstrip(" ,.;:–-") + "…"
