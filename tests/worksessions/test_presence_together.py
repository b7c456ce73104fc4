"""Who leads and since when, put together from what this process sees and what others report."""

from board.live.connections import Connections
from board.live.peers.others import Others
from board.worksessions.engine.presence import Here, Presence
from board.worksessions.state.session import Session

NOW = 1_800_000_000.0


class Two:
    """Nobody is connected to this process; the other one reports what the test says."""

    def __init__(self) -> None:
        self.session = Session(id="c" * 24 + "-1")
        self.presence = Presence(self.session, NOW)
        self.others = Others()

    def reports(
        self,
        now: float,
        *,
        leads: bool = False,
        lead_gone: float | None = None,
        joined_before: str = "",
        occupied: float | None = None,
    ) -> None:
        here = Here(frozenset(), occupied is not None, leads, occupied, lead_gone, frozenset(joined_before.split()))
        self.others.receive("other", here, now)
        self.presence.update(Connections(), self.session, self.others, now)


def test_a_lead_at_another_process_leads() -> None:
    two = Two()
    two.reports(NOW + 1, leads=True)
    assert two.presence.lead_gone is None
    two.reports(NOW + 60, lead_gone=NOW + 59.8, joined_before="ben")
    assert two.presence.lead_gone == NOW + 59.8
    assert two.presence.joined_before == {"ben"}


def test_what_was_known_before_a_lead_came_is_over() -> None:
    two = Two()
    two.reports(NOW + 100, leads=True)
    two.reports(NOW + 110, lead_gone=NOW + 20)
    assert two.presence.lead_gone == NOW + 110


def test_when_a_session_was_loaded_is_not_when_its_lead_left() -> None:
    """A process that has just loaded it does not know who had joined by then."""
    two = Two()
    assert two.presence.report(Connections(), two.session, NOW).lead_gone is None
    two.reports(NOW + 1, leads=True)
    two.reports(NOW + 60)
    assert two.presence.report(Connections(), two.session, NOW + 60).lead_gone == NOW + 60


def test_since_when_nobody_leads_is_the_earliest_moment() -> None:
    two = Two()
    two.reports(NOW + 1, lead_gone=NOW - 50, joined_before="ben")
    assert two.presence.lead_gone == NOW - 50
    assert two.presence.joined_before == {"ben"}
    two.reports(NOW + 2, lead_gone=NOW - 10, joined_before="ben cleo")
    assert two.presence.lead_gone == NOW - 50
    assert two.presence.joined_before == {"ben"}


def test_a_session_is_occupied_for_as_long_as_somebody_is_anywhere() -> None:
    two = Two()
    two.reports(NOW + 100, occupied=NOW + 7)
    assert two.presence.occupied == NOW + 7
    two.reports(NOW + 200, occupied=NOW + 150)
    assert two.presence.occupied == NOW + 7
    two.reports(NOW + 300)
    assert two.presence.occupied is None
