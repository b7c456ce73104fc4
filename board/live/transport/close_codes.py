"""The codes with which the server closes a websocket, each with the reason that a page acts on."""

from enum import IntEnum


class Close(IntEnum):
    """Why the server closes a socket."""

    BAD_FRAMES = 4400
    """the page sent bytes that are not a message of this document"""
    NOT_A_MEMBER = 4404
    """there is no such document, or the person holds no link to it"""
    DELETED = 4406
    DELETED_RECORD_KEPT = 4407
    """the document was deleted, and the record that was frozen from it stays"""
    TOO_SLOW = 4408
    """the page does not read or ask for the document, or the server cannot load it now: it may come back at once"""
    ELSEWHERE = 4409
    """the person opened more sockets than one person may hold, and this is the oldest"""
    DOOR_LOCKED = 4410
    FULL = 4411
    OTHER_EPOCH = 4412
    """the page has another history of the text than the server: it takes a new one, and merges nothing"""
    TOO_LARGE = 4413
    """an update, or the text with it, is larger than the server takes"""
    UPDATE_REFUSED = 4414
    """an update of the text is not one that a page makes by writing"""
    RESTARTING = 1012
