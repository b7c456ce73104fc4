"""What a record says of “Can you live with it?”: who answered, who objected, and to which wording."""

from board.words.decisions import listed, many

NOT_ASKED = "The group was not asked whether it can live with the decision."
NOT_THIS_WORDING = "The group was not asked about the decision as it stands here."
NO_CONSENT = "“Can you live with it?” was not asked."


def objected_to_all(objections: str, doubts: int, *, this: bool) -> str:
    """`this`: the group was asked about the decision as it stands, and not about an earlier wording of it."""
    doubtful = f" {doubts:,} {'has' if doubts == 1 else 'have'} doubts." if doubts else ""
    about = "the decision as a whole" if this else "an earlier wording of the decision, and not about this one"
    return f"The group was asked about {about}. {objections}{doubtful}"


def about_an_earlier_wording(sentences: str, wording: str) -> str:
    """The answer to a check, where only its counts and a few words of the wording have room."""
    not_this = "The group was not asked about this wording, but about an earlier one"
    return f"{not_this}: {sentences} The earlier wording: {wording}"


def answered(count: int, silent: int) -> str:
    """How many answered; no count is a check with so few answers that they are not shown."""
    if not count:
        nothing = f"; {silent:,} said nothing" if silent else ""
        return f"Too few people answered to show what they said{nothing}."
    if not silent:
        return f"{many(count, 'person', 'people')} answered."
    return f"{count:,} of {many(count + silent, 'person', 'people')} answered; {silent:,} said nothing."


def objections(objected: int, stopped: int) -> str:
    if not objected and not stopped:
        return "Nobody objected."
    said = [f"{objected:,} objected"] * bool(objected) + [f"{stopped:,} said stop"] * bool(stopped)
    return f"{listed(said)}."
