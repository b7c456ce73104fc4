"""How much may be typed into a field, and what numbers it takes: one value for rules, templates, pages and sentences.

Lengths are Unicode code points after trimming.
"""

IDEA = 1000
SIGNATURE = 80
"""the name under an idea"""
GROUP_NAME = 120
ASKED = 300
"""a question about an idea"""
ANSWER = 300
"""of its author"""
QUESTIONS_OF_IDEA = 3
"""hidden ones count"""

QUESTION = 300
PROBLEM = CONSTRAINT = CRITERION = 600
OWNER = 120
"""who decides, in the settings and in the decision"""

DECISION = 1000
WHY = 1000
DECIDE_BY = 120
STEP = 300
"""what a next step is"""
STEP_OWNER = STEP_WHEN = 120
STEPS = 20
"""next steps of a decision"""
REASON = 500
"""of an answer to the consent check"""

MINUTES = 240
"""the longest time that a timer starts with or is extended by"""
DOTS = 20
"""dots for each person"""
FILE = 2_000_000
"""bytes of a file or a pasted text with ideas"""
