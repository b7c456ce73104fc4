/** The whole promise of anonymity, and its limits. */

export const wholePromise = {
  title: "What we promise",
  lead: "Nobody on this board can find out who wrote what or who voted for what: not the other participants, not the facilitator, not somebody who gets the database afterwards.",
  how: [
    "No account and no name. Ideas are kept without author and without time.",
    "At the reveal everything is shuffled, and numbers say nothing about who or when.",
    "Dots are counted only when the vote is closed. Until then nobody sees a count.",
  ],
  limitsTitle: "What it cannot promise",
  limits: [
    "Whoever runs this server and alters it could look.",
    "Your way of writing may give you away, and so may a very small group.",
    "Somebody with several browsers has several ballots. Compare the number of people with the room, then lock the door: it holds for every link.",
    "A dishonest facilitator who joins with several browsers of their own can make a group look larger than it is, and tell your idea or your dots from theirs.",
  ],
  visible: "On this board ideas are shown while people write, a few at a time and shuffled. That protects less.",
};
