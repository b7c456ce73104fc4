"""The whole table of a session's rights, written out by hand."""

from board.protocol.worksession.links import Link
from board.protocol.worksession.states import ORDER, State
from board.worksessions.rules.policy import Course, Standing

# Who may give a command in a state. `J` is whoever holds the link for joining, `M` who joined; `C` those who run the
# clock, `W` everybody and after the end the finisher and the lead; `A` who joined and who holds the accept link; `V`
# who gives the verdict, `L` who leads, `O` the lead by link. `+`: also beside an open board.
TABLE = """
                      plan   running   ended   shared   board
    join                J       J        .        .          +
    set_goal            M       M        .        .
    report_goal         .       M        .        .
    take                M       M        .        .
    stuck               .       M        .        .
    show_name           .       .        M        M

    add_task            M       M        .        .
    edit_task           M       M        M        M
    set_task            M       M        M        M
    park                M       M        .        .
    settle_parked       .       M        .        .
    append_text         M       M        W        .
    add_condition       M       M        .        .
    tick_condition      .       M        W        .

    propose_agreement   .       M        .        .
    answer_agreement    .       M        .        .
    close_agreement     .       M        .        .

    next_item           .       C        .        .          +
    extend              .       C        .        .          +
    show_condition      .       C        .        .
    pause               .       C        .        .          +
    undo_clock          .       C        .        .          +
    back                .       M        .        .
    restore_version     .       M        .        .
    name_version        .       M        .        .
    ask_everybody       .       M        .        .
    keep_brought        M       M        .        .
    take_lead           M       M        M        M          +

    accept_contract     A       A        .        .
    accept_verdict      .       .        A        A

    edit_contract       O       O        .        .
    edit_condition      O       O        .        .
    add_item            L       L        .        .
    edit_item           L       L        .        .
    remove_item         L       L        .        .
    set_clock           L       L        .        .          +
    open_board          .       L        .        .          +
    start               L       .        .        .
    end                 .       V        .        .          +
    finish              .       .        W        .
    reopen              .       .        O        .
    edit_recap          .       .        O        .
    share               .       .        O        O
    correct             .       .        .        O
    open_next           .       .        O        O

    show_feedback       O       O        O        O
    answer_feedback     O       O        O        O
    delete_feedback     O       O        O        O

    assign              O       O        O        O          +
    lock                O       O        O        O          +
    remove              O       O        O        O          +
    renew_links         O       O        O        O          +
    delete              O       O        O        O          +
"""

PEOPLE = {
    "reader": Standing(Link("read")),
    "accepter": Standing(Link("accept")),
    "guest": Standing(Link("join")),
    "member": Standing(Link("join"), joined=True),
    "decider": Standing(Link("join"), joined=True, decider=True),
    "finisher": Standing(Link("join"), joined=True, finisher=True),
    "acting": Standing(Link("join"), joined=True, acting=True),
    "lead": Standing(Link("lead"), joined=True),
}
JOINED = {"member", "decider", "finisher", "acting", "lead"}
LEADS = {"acting", "lead"}


def rows() -> dict[str, list[str]]:
    """The lines of TABLE: command → its four cells."""
    lines = [line.split() for line in TABLE.splitlines() if line.strip()]
    assert lines[0] == [*(state.value for state in ORDER), "board"]
    return {line[0]: line[1:5] for line in lines[1:]}


def beside_a_board() -> set[str]:
    """Commands that are accepted beside an open board: they do not show who is not writing there."""
    lines = [line.split() for line in TABLE.splitlines() if line.strip()]
    return {line[0] for line in lines[1:] if line[5:] == ["+"]}


def who(letter: str, course: Course) -> set[str]:
    finishing = {"lead"} if course.correcting else {"finisher", "lead"} if course.nearly else set[str]()
    return {
        ".": set[str](),
        "J": JOINED | {"guest"},
        "M": JOINED,
        "C": JOINED if course.everyone_runs_the_clock else LEADS,
        "W": finishing if course.state is State.ENDED else JOINED,
        "A": JOINED | {"accepter"},
        "L": LEADS,
        "V": JOINED if course.left_open else LEADS | {"decider"},
        "O": {"lead"},
    }[letter]
