"""The formats that need the typesetting process."""

# File extension: content type. These formats print the address of the decision page.
TYPESET = {"pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml"}
