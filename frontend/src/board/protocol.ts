/** The version of what browser and server say to each other; the server has the same number. */
export const PROTOCOL = 1;
