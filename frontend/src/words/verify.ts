/** What the box "Check a file" on a decision's page says. */

export const verify = {
  same: "This file is this record. Not a byte of it was changed.",
  layout: "Word for word this is the record, but a program has laid the file out anew: its bytes are not the same.",
  other: "This file is not this record. It is another one of this server, unchanged.",
  otherLayout: "This file is not this record. Word for word it is another one of this server, laid out anew.",
  gone: "This file is not this record. It is another one of this server, which has been deleted here.",
  unknown:
    "This file is not this record, nor any other of this server. It was changed, or it comes from somewhere else.",
  unasked: "This file is not this record. Whether it is another one of this server could not be found out just now.",
  draft: "This file is the draft of a board that was still at work, not a decision.",
  foreign: "This file is not a decision record. Only the JSON file of a decision can be checked.",
  large: "This file is larger than any record.",
  unread: "This file could not be read. Choose it once more.",
  reading: "Reading the file …",
  open: "Open that record",
  sum: "Its number (sha256)",
};
