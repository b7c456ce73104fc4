/** The words of the phase Vote. */

import type { Earlier, Lost } from "../board/earlier";
import { dots, options } from "./counting";
import { many } from "./views";

/** Why a dot, or more than one, cannot stand where it was. */
const whyLost: Record<Lost, readonly [string, string]> = {
  runoff: ["its option is not in this run-off", "their options are not in this run-off"],
  hidden: ["the facilitator has hidden its idea", "the facilitator has hidden their ideas"],
  aside: ["its option was set aside", "their options were set aside"],
  grouped: ["its idea is in a group now", "their ideas are in groups now"],
  emptied: ["its group has no ideas now", "their groups have no ideas now"],
  gone: ["its idea or group is gone", "their ideas or groups are gone"],
  fewer: ["this round has fewer dots", "this round has fewer dots"],
};

export const vote = {
  runoff: "Run-off",
  runoffLead: (n: number): string => `The vote before ended close. Choose again, among these ${n} only.`,
  lead: (n: number): string => `Give ${n === 1 ? "one dot" : `up to ${n} dots`}, at most one to an option.`,
  secret: "Nobody sees a count until the vote is closed.",
  give: (name: string, left: number, of: number): string => `Give a dot to ${name}, ${left} of ${of} left`,
  leftOf: (left: number, of: number): string => (left ? `${left} of ${of} left` : `All ${of} given`),
  left: (left: number, of: number): string =>
    left ? `${many(left, "dot", "dots")} left of ${of}` : `All ${of} dots given`,
  over: (n: number): string =>
    n === 1
      ? "Your dot is given. Take it back to give it here."
      : `All ${n} dots are given. Take one back to give it here.`,
  boldAsk: "One more: which is worth the risk?",
  boldHow: "Press the star beside one option.",
  boldPick: (name: string): string => `Worth the risk: ${name}`,
  boldIs: "Worth the risk",
  boldNone: "No pick",
  skip: "Skip",
  change: "Change",
  pickAfterAll: "Pick one worth the risk",
  boldSaid: (name: string): string => `${name} is your pick worth the risk.`,
  boldOff: "No pick worth the risk.",
  done: "I'm done",
  doneLine: "Done, and open to change until the close",
  doneSaid: "Done. You can change your ballot until the vote is closed.",
  undoneSaid: "Still choosing.",
  earlier: "Your last ballot is here",
  use: "Use it again",
  nothingBack: "Nothing of your last ballot is on this one",
  putBack: ({ ballot, lost, lostBold }: Earlier): string => {
    const back = Object.values(ballot.dots).reduce((sum, n) => sum + n, 0);
    const all = [...lost.values()].reduce((sum, n) => sum + n, back);
    if (all === back && lostBold === null) return "Your last ballot was put back. Change what you like.";
    const what = back > 0 ? `${back} of the ${dots(all)}` : "The pick worth the risk";
    return `${what} of your last ballot ${back > 1 ? "were" : "was"} put back. Change what you like.`;
  },
  cameBack: ({ lost, lostBold }: Earlier): string[] => [
    ...[...lost].map(([why, n]) => `${n} of your dots came back to you: ${whyLost[why][n === 1 ? 0 : 1]}.`),
    ...(lostBold === null ? [] : [`Your pick worth the risk is free again: ${whyLost[lostBold][0]}.`]),
  ],
  timeUp: "Time is up",
  timeUpLead: "You can still change your ballot until the facilitator closes the vote.",
  closing: "The vote is being counted.",
  waiting: "The ballot is on its way.",
};

export const room = {
  done: "done",
  choosing: "still choosing",
  here: "here",
  few: "Fewer than three people have been here for 30 seconds. Whoever sees the count can work out who voted for what.",
  secret: "No count reaches any screen before the vote is closed, this one included.",
  options: (n: number): string => `${options(n)} on the ballot`,
  close: "Close the vote",
  closing: "Counting…",
  timeUpLead: "Ballots still count until you close the vote.",
  timeUpWatch: "Ballots still count until the facilitator closes the vote.",
  early: (n: number): string => `${n === 1 ? "One person is" : `${n} people are`} still choosing`,
  earlyLead: "Their ballots count as they stand now. A closed vote cannot be opened again; a new round starts empty.",
  wait: "Wait for them",
  watchLead: "Everybody votes on their own screen.",
};
