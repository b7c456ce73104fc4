/** Generated from `board/words` by `make protocol`. Do not edit. */

/** The files of messages that each view needs. */
export const SESSION_WORDS = {
  session: ["work"],
  "session-door": ["board", "chain", "contract", "door", "kept", "work"],
  "session-prepare": ["board", "chain", "contract", "prepare", "reply", "work"],
  "session-work": ["board", "kept", "level", "review", "work", "working"],
  "session-ended": ["board", "chain", "contract", "ended", "kept", "level", "reply", "verdict", "work"],
  "session-wall": ["chain", "contract", "verdict", "wall", "work"],
  "session-parts": ["board", "chain", "contract", "editor", "finish", "inside", "sharing", "verdict", "versions"],
} as const;
