/** The words of Vote and Decide. */

import type { Earlier, Lost } from "../board/earlier";
import { dots, many, options } from "./counting";

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

export const opening = {
  title: "Open the vote",
  summary: (s: { options: number; groups: number; unnamed: number; lone: number }): string => {
    const groups = s.groups ? many(s.groups, "group", "groups") : "";
    const unnamed = s.unnamed ? `, ${s.unnamed === s.groups ? "none with" : `${s.unnamed} without`} a name` : "";
    const lone = s.lone ? many(s.lone, "lone idea", "lone ideas") : "";
    const parts = [groups && `${groups}${unnamed}`, lone].filter(Boolean).join(unnamed ? ", and " : " and ");
    return `${options(s.options)}: ${parts}`;
  },
  each: (n: number): string => `${dots(n)} each`,
  none: "There is nothing to vote on. Take something back in.",
  alike: (n: number): string =>
    `These ${n} look alike. Their dots would be split: set one aside, or join them in Group.`,
  alikeMore: (n: number): string => `${many(n, "more group of options looks", "more groups of options look")} alike.`,
  many: "More than 20 options are hard to weigh. Set aside what nobody needs to choose: it stays on the board.",
  criterion: "Choose by",
  criterionHint: "The headline of the ballot. One question everybody answers with their dots.",
  criterionExample: "Which would help most within a year?",
  dots: "Dots for each person",
  fewer: "One dot fewer",
  more: "One dot more",
  byRule: (n: number): string => `${n} is right for this many options.`,
  own: (n: number): string => `Set by you. ${n} would be usual.`,
  useRule: (n: number): string => `Use ${n}`,
  minutes: "Minutes to vote",
  minutesHint: "Empty: no clock.",
  minutesWrong: (most: number): string => `A whole number from 1 to ${most}, or nothing.`,
  onBallot: "On the ballot",
  aside: (n: number): string => `Set aside (${n})`,
  putAside: "Set aside",
  takeIn: "Take back in",
  putAsideOf: (name: string): string => `Set aside: ${name}`,
  takeInOf: (name: string): string => `Take back in: ${name}`,
  nameFor: (letter: string): string => `Name for group ${letter}`,
  namePlaceholder: "Give it a name",
  unnamed: "No name yet. It stands as:",
  again:
    "Whoever compares two counts can see what a single new voter chose. So this vote cannot be closed with one or two new voters.",
  open: "Open the vote",
  opening: "Opening the vote",
};

export const vote = {
  region: "Your ballot",
  round: (n: number): string => `Round ${n}`,
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
  boldWhy: "Bold ideas lose when everybody plays safe. This pick is counted apart.",
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
  code: "My vote code",
  codeTitle: (n: number): string => (n === 1 ? "My vote code" : "My vote codes"),
  codeWhy: "Keep this code to find your dots later: the decision's page lists them for you, and for nobody else.",
  codeSecret: "Whoever has it can see what you chose. The server forgets it when the vote is counted.",
  codeCopy: "Copy the code",
  codeCopied: "Code copied",
  join: "You came while the vote is on. Your ballot counts like every other.",
  waiting: "The ballot is on its way.",
};

export const room = {
  done: "done",
  choosing: "still choosing",
  here: "here",
  few: "Fewer than three people have been here for 30 seconds. Whoever sees the count can work out who voted for what.",
  secret: "No count reaches any screen before the vote is closed, this one included.",
  options: (n: number): string => `${options(n)} on the ballot`,
  hide: "Hide",
  hideOf: (n: number | null): string => (n === null ? "Hide this idea" : `Hide idea ${n}`),
  hidden: "Idea hidden.",
  hideName: "Hide the name",
  nameHidden: "Name hidden.",
  undo: "Undo",
  close: "Close the vote",
  closing: "Counting…",
  timeUpLead: "Ballots still count until you close the vote.",
  timeUpWatch: "Ballots still count until the facilitator closes the vote.",
  early: (n: number): string => `${n === 1 ? "One person is" : `${n} people are`} still choosing`,
  earlyLead: "Their ballots count as they stand now. A closed vote cannot be opened again; a new round starts empty.",
  wait: "Wait for them",
  watchLead: "Everybody votes on their own screen.",
};
