"""What `board seed` prints, and what the people of its boards write besides their real statements."""

HEAD = "One board in every phase. Open “facilitate” in one browser and “participate” in another."
NO_DATA = "The conversation for the demonstration is not here. `board seed` runs in a checkout of the source."
BOARD = {
    "question": "How can homes here become affordable again?",
    "problem": "In ten years rents and prices have grown twice as fast as wages.",
    "constraint": "No new taxes on people who own one home.",
    "criterion": "Which would help most families within five years?",
    "owner": "Mara Ellis",
}
GROUPS = {
    "Build it publicly": ("state", "council", "government", "public"),
    "Cheaper to build": ("material", "construction", "builder", "cost of building", "prefab"),
    "Rules for investors": ("invest", "speculat", "capital gain", "owner-occup", "foreign", "landlord"),
    "Renting with dignity": ("rent", "tenan"),
    "Land and density": ("land", "section", "height", "densit", "apartment", "zoning"),
}
# The conversation also asked people about themselves.
ABOUT_ONESELF = ("I ", "My ")
DECISION = {
    "decision": "We pilot publicly built homes on two council sites and buy materials together.",
    "why": "Both lead the vote, need no new law and can start this year.",
    "owner": "Mara Ellis",
    "next_steps": [
        {"text": "Write the brief for both sites", "owner": "Mara", "when": "by Friday"},
        {"text": "Ask three suppliers for one shared price list", "owner": "Tom", "when": "4 December"},
    ],
}
REASONS = {
    3: "Renting is missing, but it can follow.",
    2: "The second site floods. I want to see a survey first.",
}
TITLE = {
    "lobby": "Welcome: people arrive",
    "diverge": "Write: ten minutes, half of the ideas are in",
    "reveal": "Read: all ideas are shown",
    "cluster": "Group: five groups and some loose ideas",
    "vote": "Vote: everybody has voted, some are not done",
    "decide": "Decide: counted, written and checked",
    "frozen": "Done: the decision is final",
}
