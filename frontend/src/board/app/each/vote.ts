export { Vote as View } from "../../phases/vote/vote";
export { VoteBar as Bar } from "../../phases/vote/vote-bar";
