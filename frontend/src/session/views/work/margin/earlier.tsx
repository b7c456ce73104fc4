/** Copies of the text that are kept, each with its reason in words; one can be looked at, and restored. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Dialog } from "../../../../kit/dialog";
import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import { LIMITS, type Version } from "../../../../worksession.generated";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { morph } from "../text/morph";
import { timeOfDay } from "../time/face";
import { useAsk } from "../use-work";
import { AddLine } from "./add-line";

export function Earlier() {
  const { meta } = useSession();
  const [shown, setShown] = useState<Version | null>(null);
  const all = [...meta.value.versions].reverse();
  return (
    <div class="inside">
      {all.length <= 1 && <p class="empty-words">{say("working-earlier-empty")}</p>}
      <ul class="earlier-list">
        {all.map((version) => (
          <li key={version.number}>
            <button type="button" onClick={() => setShown(version)}>
              <span dir="auto">{reason(version, meta.value.versions)}</span>
              <span class="sum">{timeOfDay(version.at)}</span>
            </button>
          </li>
        ))}
      </ul>
      <AddLine
        row="earlier"
        label={say("working-keep-label")}
        max={LIMITS.versionName}
        command={(_, name) => ({ do: "name_version", name })}
      />
      {shown && <Preview version={shown} title={reason(shown, meta.value.versions)} onClose={() => setShown(null)} />}
    </div>
  );
}

/** Why a copy was kept: "Before the break". */
export function reason({ reason: why, of }: Version, all: readonly Version[]): string {
  if (why === "name") return of ?? "";
  if (why === "restore") {
    const back = all.find(({ number }) => String(number) === of);
    return back ? say("working-kept-restore", { time: timeOfDay(back.at) }) : say("working-kept-restored");
  }
  if (why === "item") return say("working-kept-item", { item: isolated(of ?? "") });
  return say(`working-kept-${why}`);
}

interface PreviewProps {
  readonly version: Version;
  readonly title: string;
  readonly onClose: () => void;
}

function Preview({ version, title, onClose }: PreviewProps) {
  const { boot } = useSession();
  const [html, setHtml] = useState<string | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const asking = useAsk();
  useEffect(() => {
    let left = false;
    void fetch(`/api/worksessions/${boot.session}/versions/${version.number}?as=html`)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
      .then((found) => !left && setHtml(found))
      .catch(() => !left && setFailed(true));
    return () => {
      left = true;
    };
  }, [version.number]);
  useLayoutEffect(() => {
    if (body.current && html !== null) morph(body.current, html);
  }, [html]);
  const restore = async (): Promise<void> => {
    if (await asking.run({ do: "restore_version", version: version.number })) onClose();
  };
  return (
    <Dialog
      open
      size="l"
      onClose={onClose}
      title={<bdi>{title}</bdi>}
      lead={say("working-kept-at", { time: timeOfDay(version.at), characters: version.characters })}
      actions={
        <>
          <Why text={asking.why} />
          <Button onClick={onClose}>{say("working-close")}</Button>
          <Button look="ink" busy={asking.busy} onClick={() => void restore()}>
            {say("working-restore")}
          </Button>
        </>
      }
    >
      <p class="small">{say("working-restore-hint")}</p>
      {failed && <p role="alert">{say("working-no-preview")}</p>}
      {/* The server allows a few elements and no script in it. */}
      {html !== null && (
        <div class="doc">
          <div ref={body} class="body" />
        </div>
      )}
    </Dialog>
  );
}
