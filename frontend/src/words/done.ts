/** The words of the phase Done. */

export const finished = {
  done: {
    page: "Open the decision",
    share: "Copy the link",
    files: "Take it away",
    by: "by",
    asItStands: "The board as it stands",
    asItStandsWhy: "Marked as a draft. What is still hidden from others is not in it.",
    typesettingOff: "PDF and pictures are switched off on this server. All other formats work.",
    notSaved: "The file could not be loaded. Try again in a moment.",
    thanks: "Made final. The record cannot be changed any more.",
  },
};
