/** The words about vote codes, in Vote and when all is done. */

export const voteCode = {
  title: (n: number): string => (n === 1 ? "My vote code" : "My vote codes"),
  why: "Keep this code to find your dots later: the decision's page lists them for you, and for nobody else.",
  secret: "Whoever has it can see what you chose. The server forgets it when the vote is counted.",
  copy: "Copy the code",
  copied: "Code copied",
};
