/** The version of the protocol between browser and server; the server has the same number. */
export const PROTOCOL = 1;
export const SUBPROTOCOL = `shortlist.${PROTOCOL}`;
