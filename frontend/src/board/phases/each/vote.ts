export { Vote as View } from "../vote/vote";
export { VoteBar as Bar } from "../vote/vote-bar";
