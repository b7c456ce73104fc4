"""The facilitator deletes a board now, with its decision or without."""

from typing import Literal

from litestar import Request, delete
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from board.brainstorm.engine.rooms import Rooms
from board.brainstorm.http.access import Access
from board.errors import Invalid, NotAllowed
from board.protocol.refusals import Refusal
from board.protocol.roles import Role


@delete("/api/boards/{board_id:str}", summary="Delete a board", status_code=204)
async def delete_board(
    request: Request[object, object, State],
    board_id: FromPath[str],
    decision: FromQuery[Literal["keep", "delete"]],
    access: NamedDependency[Access],
    rooms: NamedDependency[Rooms],
) -> None:
    """For facilitators. `decision` says what becomes of its frozen records: a kept one stays at its address.

    Every open page is closed with a code for a deleted board. A deleted record's address answers 410 from then on.
    """
    names = [name for name, _ in request.query_params.multi_items()]
    if len(names) > len(set(names)):
        # Deletion is irreversible, so reject a repeated `decision` parameter.
        raise Invalid(Refusal.BAD_DELETION)
    room, person = await access.enter(request, board_id)
    if Role.FACILITATOR not in person.roles:
        raise NotAllowed(Refusal.ONLY_FACILITATOR_DELETES)
    await rooms.delete(room, with_decisions=decision == "delete")
