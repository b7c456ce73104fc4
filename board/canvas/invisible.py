"""Characters that cannot be seen, as insides of character classes.

Made by `python -m tests.canvas.invisible_table` from Unicode 14.0.0, which says what is in it. Do not edit.
"""

BLANK = r"\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # noqa: E501
"""draws nothing"""
FORBIDDEN = r"\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069"
"""turns the direction of text, or is a control"""
