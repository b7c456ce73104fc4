/** The promise of anonymity as the badge makes it. */

export const promise = {
  /** The badge: what is secret in this phase. */
  short: {
    ideas: "Nobody can see who wrote what",
    dots: "Nobody can see where your dots go",
    given: "Nobody can see where your dots went",
    answers: "Nobody can see who answered what",
  },
  shorter: "Anonymous",
};
