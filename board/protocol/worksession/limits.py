"""How much may be typed into a field of a work session, and how many there may be of each thing.

Lengths are Unicode code points after trimming.
"""

ARTIFACT = 200
"""what will exist at the end"""
AUDIENCE = 200
PROBLEM = CONSTRAINT = 600
OWNER = 120
"""words about somebody who is not in the session"""
ZONE = 64
CONDITION = 300
NOTE = 500
ELSEWHERE = 500
"""where work is that was made elsewhere: a link, a file name, one line"""
NAME = 60
"""of a person"""
GOAL = 300
HEADING = CONDITION
"""of the text: each condition is one"""
HEADINGS = 200
"""that are places; those that follow, and longer ones, are text"""
ITEM_TITLE = 120
QUESTION = 300
"""the title of an item that is a board: as much as a board has room for"""
TASK = 500
WHEN = 120
FIRST_STEP = 300
PARKED = 500
"""a thought for later; a task can be made of it, with the same words"""
AGREEMENT = WHY = 1000
VERSION_NAME = 120
SUMMARY = 600
"""what the lead says of the work, or would do next"""
ONE_LINE = 300
"""how something was before, or is now, that was made elsewhere"""
LINE = 2000
"""what is added to the text at once"""
TEXT = 200_000
REPLY = 2000
"""what a reader of a recap types into one box of a reply"""

PEOPLE = 250
REMOVED = 750
"""people who were removed and take no place; what they did stays, and their names with it"""
TASKS = 200
ITEMS = 30
PARKED_MOST = 100
CONDITIONS = 30
AGREEMENTS = 60
BOARDS = 10
"""that are opened inside one session"""
CHANGES = 60
"""of the contract while the work goes on, that are kept"""
ACCEPTED = 20
"""people whose yes or no is kept"""
LINES = 500
"""of the lines that were added to the text, whose ids are remembered"""

REPLIES = 200
"""replies of a chain that wait for its lead; the oldest gives way to the next one"""
REPLIES_KEPT = 200
"""replies of a chain that were let in or answered"""
ANSWERED = 60
"""answered replies that one recap lists; the others stand in the next"""
REPLIES_A_MINUTE, REPLIES_IN_ALL = 5, 10
"""replies to one recap from one network address"""

SHORTEST, LONGEST = 10, 240
"""minutes that a session may take"""
LAST_MOMENT = 221_845_392_000
"""the beginning of the year 9000, in Unix seconds: calendars end with 9999, and a session may be moved on by weeks"""
