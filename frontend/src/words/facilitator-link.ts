/** The words of the link that leads back to running the board. */

/** Characters of a question in a mail's subject; mail programs take short addresses only. */
const SUBJECT = 60;

export const facilitatorLink = {
  title: "Your facilitator link",
  why: "Runs this board from any device. Whoever has it can run it too: do not project it.",
  keepTitle: "Keep this link, it is the only way back",
  keepWhy: "Without it nobody can run this board once this browser forgets you. Keep it to yourself.",
  send: "Send it to myself",
  kept: "I kept it",
  keptSaid: "Your facilitator link stays first among the ways in.",
  show: "Show the link",
  hide: "Hide the link",
  subject: (question: string): string => {
    const signs = [...question];
    return `Run the board: ${signs.length > SUBJECT ? `${signs.slice(0, SUBJECT).join("")}…` : question}`;
  },
  body: (link: string): string =>
    `This link lets you run the board, on any device:\n\n${link}\n\nKeep it to yourself: whoever has it runs the board.`,
};
