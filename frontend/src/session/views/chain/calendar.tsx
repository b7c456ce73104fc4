import { say } from "../../../words/say";
import { linksOf } from "../../links";
import { useSession } from "../../use-session";
import { CopyText } from "./copy-text";
import "./chain.css";

/** The address of the chain's calendar, and what whoever has it reads there. */
export function Calendar() {
  const { calendar } = linksOf(useSession().boot);
  if (!calendar) return null;
  return (
    <details class="subscribe">
      <summary>{say("chain-calendar")}</summary>
      <p>{say("chain-calendar-holds")}</p>
      <div class="ways">
        <a class="button quiet size-m" href={calendar.replace(/^https?:/, "webcal:")}>
          {say("chain-calendar-open")}
        </a>
        <CopyText words={say("chain-calendar-copy")} text={calendar} look="plain" />
      </div>
      <p>{say("chain-calendar-secret")}</p>
    </details>
  );
}
