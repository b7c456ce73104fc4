import { say } from "../../words/say";

/** What is kept of the person who reads this: in the session, and in this browser. */
export function KeptAboutMe() {
  return (
    <details class="kept-about-me">
      <summary>{say("kept-title")}</summary>
      <p>{say("kept-session")}</p>
      <p>{say("kept-check")}</p>
      <p>{say("kept-text")}</p>
      <p>{say("kept-browser")}</p>
      <ul>
        <li>{say("kept-cookie")}</li>
        <li>{say("kept-name")}</li>
        <li>{say("kept-visits")}</li>
        <li>{say("kept-alone")}</li>
        <li>{say("kept-start")}</li>
        <li>{say("kept-drafts")}</li>
        <li>{say("kept-way-back")}</li>
        <li>{say("kept-settings")}</li>
      </ul>
    </details>
  );
}
