"""Why nothing can be read of a file, a text or a form."""

WORKBOOK = "This is an Excel or LibreOffice file. Save it there as “CSV UTF-8” and choose that."
NO_TEXT_FILE = "This is not a text file. Choose a .txt, a .csv, or a .json that was saved from Shortlist."
OTHER_ENCODING = (
    "The letters of this file cannot be read. Save it as UTF-8 (in Excel: “CSV UTF-8”) and choose it again."
)
NOT_JSON = "This JSON is incomplete. Was it cut off or changed on its way?"
NOT_OURS = "This JSON is not a decision or a draft that was saved from Shortlist."
NOTHING = "Paste at least one idea, or choose a file."
BOTH = "There is a text here and you chose a file. Take one at a time: preview the text first, or empty the field."
EMPTY_FILE = "There is nothing in this file."
BROKEN_FORM = "The form did not arrive completely. Go back and send it again."


def file_too_large(most: int) -> str:
    return f"This file is larger than {most // 1_000_000} MB. Split it, or leave out what you do not need."


def text_too_large(most: int) -> str:
    return f"This text is longer than {most:,} characters. Split it, or leave out what you do not need."


def some_wrong(count: int) -> str:
    return f"No board was opened: {count:,} {'problem' if count == 1 else 'problems'} with the ideas."
