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
NAME = 60
"""of a person"""
GOAL = 300
HEADING = 200
ITEM_TITLE = 120
TASK = 300
WHEN = 120
FIRST_STEP = 300
PARKED = 500
AGREEMENT = WHY = 1000
VERSION_NAME = 120
LINE = 2000
"""what is added to the text at once"""
TEXT = 200_000

PEOPLE = 250
TASKS = 200
ITEMS = 30
PARKED_MOST = 100
CONDITIONS = 30
AGREEMENTS = 60

SHORTEST, LONGEST = 10, 240
"""minutes that a session may take"""
