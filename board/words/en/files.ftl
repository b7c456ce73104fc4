# Files of a board, in Share and when all is done.

files-as-it-stands = The board as it stands
files-as-it-stands-why = Marked as a draft. What is still hidden from others is not in it.
files-typesetting-off = PDF and pictures are switched off on this server. All other formats work.
files-not-saved = The file could not be loaded. Try again in a moment.
