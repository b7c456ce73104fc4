import type { ConsentCheck } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { standing } from "../../parts/options/checks";
import { LEVELS } from "./consent";
import { DotRow } from "./count/dot-row";
import "./consent.css";

/** An ended check: people as dots per answer, silence counted, reasons in the order the server shuffled them into. */
export function Result({ check, level = 2 }: { check: ConsentCheck; level?: 2 | 4 }) {
  const Heading = `h${level}` as "h2" | "h4";
  const most = Math.max(check.silent, ...LEVELS.map((one) => check.counts[one]));
  return (
    <section class="result">
      <Heading>{say("decide-result")}</Heading>
      <p class="lead">{standing(check)}</p>
      <table>
        <caption class="visually-hidden">{say("decide-result-caption")}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{say("decide-result-answer")}</th>
            <th scope="col">{say("decide-result-count")}</th>
          </tr>
        </thead>
        <tbody>
          {LEVELS.map((one) => (
            <tr key={one} class={check.counts[one] ? "" : "none"}>
              <th scope="row">
                <span class="level">
                  <b>{one}</b> <span>{say(`level-${one}`)}</span>
                </span>
              </th>
              <td>
                <span class="n">{check.counts[one]}</span>
                <DotRow n={check.counts[one]} most={most} />
              </td>
            </tr>
          ))}
          <tr class={check.silent ? "silent" : "silent none"}>
            <th scope="row">
              <span class="level">
                <b aria-hidden="true">–</b> <span>{say("decide-silent")}</span>
              </span>
            </th>
            <td>
              <span class="n">{check.silent}</span>
              <DotRow n={check.silent} most={most} hollow />
            </td>
          </tr>
        </tbody>
      </table>
      {check.reasons.length ? (
        <>
          <p class="reasons-title">{say("decide-reasons")}</p>
          <ul class="reasons">
            {check.reasons.map((one, at) => (
              <li key={at}>
                <blockquote dir="auto">{one.reason}</blockquote>
                <small>
                  <b>{one.level}</b> {say(`level-${one.level}`)}
                </small>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p class="reasons-title">{say("decide-no-reasons")}</p>
      )}
    </section>
  );
}
