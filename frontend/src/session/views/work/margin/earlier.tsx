/** Copies of the text that are kept, each with its reason in words; one can be compared, and restored. */

import { useState } from "preact/hooks";
import { lazy } from "../../../../kit/lazy";
import { say } from "../../../../words/say";
import { LIMITS } from "../../../../worksession.generated";
import { useSession } from "../../../use-session";
import { reasonOf } from "../../versions/kept";
import { WatchButton } from "../../versions/watch-button";
import { timeOfDay } from "../time/face";
import { AddLine } from "./add-line";

const KeptVersion = lazy(() => import("../../versions/kept-version").then((part) => part.KeptVersion));

export function Earlier() {
  const { meta } = useSession();
  const [shown, setShown] = useState<number | null>(null);
  const { versions } = meta.value;
  const all = [...versions].reverse();
  const open = versions.find(({ number }) => number === shown);
  return (
    <div class="inside">
      {all.length <= 1 && <p class="empty-words">{say("working-earlier-empty")}</p>}
      <ul class="earlier-list">
        {all.map((version) => (
          <li key={version.number}>
            <button type="button" onClick={() => setShown(version.number)}>
              <span dir="auto">{reasonOf(version, versions)}</span>
              <span class="sum">{timeOfDay(version.at)}</span>
            </button>
          </li>
        ))}
      </ul>
      <WatchButton words={say("versions-watch")} />
      <AddLine
        row="earlier"
        label={say("working-keep-label")}
        max={LIMITS.versionName}
        command={(_, name) => ({ do: "name_version", name })}
      />
      {open && <KeptVersion version={open} onClose={() => setShown(null)} />}
    </div>
  );
}
