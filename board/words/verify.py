"""What `board verify` says: whole sentences, so that nobody has to know what a digest is."""

HELP = "say whether a file, or what is at a link, is a decision as it was made final"
HELP_WHAT = "a saved .json file, or the link of a decision"
HELP_ADDRESS = "the link or the number that the file should belong to, when the file is checked against one"

IS_RECORD = "This is a decision record, in the exact form in which records are kept."
ABOUT = "Its question: {question}"
SUM = "Its number (sha256) is {sha256}."
FITS = "That is the number in its address: not a byte was changed since it was made final."
FITS_NOT = "It is not the record at {expected}: the numbers differ. Either a byte was changed, or it is another record."
NO_ADDRESS = (
    "Nothing here says which number it should have. Compare it with the number in the link you were given: "
    "only when they are the same is this the record that was made final. "
    "Or run: board verify {target} THE-LINK"
)
KNOWN = "This server’s database holds the same record."
WAS_DELETED = "This server’s database held the same record until it was deleted on {day}."
UNKNOWN = "This server’s database does not know it."
NOT_ASKED = "This server’s database could not be asked."
DAMAGED = "This server’s database has this number with other bytes: its file is damaged."
NEWER = "A newer record exists: {newest}"
FOLLOWS = "It follows an earlier record: {follows}"

NOT_JSON = "This is not a decision record. Only the .json file of a decision can be checked; others are for reading."
NOT_A_RECORD = "This is JSON, but not a decision record."
DRAFT = "This is the draft of a board that was still at work, not a decision."
OTHER_VERSION = "This record has a form that this version of Shortlist does not know: {format}."
RAW_NUMBERS = "This is not a decision record: it holds what a record cannot hold."
LAYOUT = (
    "Its words are those of a record, but its bytes are not: a program has laid it out anew, or changed it. "
    "Laid out as records are, its number would be {sha256}. Save the .json file again from its page."
)
LAYOUT_FITS = "With that layout it is, word for word, the record with the number in its address."

NO_FILE = "{target} cannot be read: {why}."
TOO_LARGE = "{target} is larger than {most} MB, and no record is that large."
BAD_LINK = "{target} is no link that can be opened: it has to begin with http:// or https:// and name a server."
BAD_ADDRESS = "{address} is not the link or the number of a decision."
ELSEWHERE = "The server sends us on to another place, and that is not followed."
NO_ANSWER = "The server cannot be reached: {why}."
TOO_SLOW = "The server took longer than {seconds} seconds."
STATUS = {
    404: "There is no decision at this link.",
    410: "There was a decision at this link. It was deleted, and nothing of it is kept there.",
}
OTHER_STATUS = "The server answers with {status} instead of a decision."
