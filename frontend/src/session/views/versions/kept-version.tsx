/** One copy of the text in a dialog: what changed since, what changed until then, the whole of it; and the way back. */

import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { Dialog } from "../../../kit/dialog";
import { say } from "../../../words/say";
import type { Version } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { Why } from "../why";
import { BoardOpen } from "../work/text/beside-board";
import { morph } from "../work/text/morph";
import { timeOfDay } from "../work/time/face";
import { useAsk, useBoardOpen } from "../work/use-work";
import { reasonOf } from "./kept";
import { useFetched } from "./use-fetched";
import { Failed, WhatChanged } from "./what-changed";
import "../../../styles/text-lines.css";
import "./changes.css";

const VIEWS = ["since", "before", "whole"] as const;
type View = (typeof VIEWS)[number];

interface KeptProps {
  readonly version: Version;
  readonly onClose: () => void;
}

export function KeptVersion({ version, onClose }: KeptProps) {
  const { meta } = useSession();
  const [view, setView] = useState<View>("since");
  const asking = useAsk();
  const boardOpen = useBoardOpen();
  const all = meta.value.versions;
  const predecessor = all[all.findIndex(({ number }) => number === version.number) - 1];
  const restore = async (): Promise<void> => {
    if (await asking.run({ do: "restore_version", version: version.number })) onClose();
  };
  const { characters } = version;
  const time = timeOfDay(version.at);
  return (
    <Dialog
      open
      size="m"
      onClose={onClose}
      title={<bdi>{reasonOf(version, all)}</bdi>}
      lead={say("versions-at", { time, characters })}
      actions={
        boardOpen ? (
          <BoardOpen />
        ) : (
          <>
            <p class="restore-hint">{asking.why ? <Why text={asking.why} /> : say("versions-restore-hint")}</p>
            <Button look="ink" busy={asking.busy} onClick={() => void restore()}>
              {say("versions-restore-this")}
            </Button>
          </>
        )
      }
    >
      <Choices views={VIEWS.filter((one) => one !== "before" || predecessor)} view={view} onChoose={setView} />
      {view === "whole" && <Whole version={version} />}
      {view === "since" && (
        <WhatChanged
          from={version.number}
          to={null}
          counts={(words) => say("versions-counts-since", { time, ...words })}
          same={say("versions-same-since")}
        />
      )}
      {view === "before" && predecessor && (
        <WhatChanged
          from={predecessor.number}
          to={version.number}
          counts={(words) => say("versions-counts-between", { from: timeOfDay(predecessor.at), to: time, ...words })}
          same={say("versions-same-before")}
        />
      )}
    </Dialog>
  );
}

interface ChoicesProps {
  readonly views: readonly View[];
  readonly view: View;
  readonly onChoose: (view: View) => void;
}

function Choices({ views, view, onChoose }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset class="kept-views">
      <legend class="visually-hidden">{say("versions-show")}</legend>
      {views.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === view} onChange={() => onChoose(one)} />
          <span class="choice">{say(`versions-${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Whole({ version }: { readonly version: Version }) {
  const { boot } = useSession();
  const path = `/api/worksessions/${boot.session}/versions/${version.number}?as=html`;
  const { found, failed, again } = useFetched(path, (answer) => answer.text());
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (body.current && found !== null) morph(body.current, found);
  }, [found]);
  if (failed) return <Failed onAgain={again} />;
  return (
    <div class="doc">
      {/* The server allows a few elements and no script in it. */}
      <div ref={body} class="body" />
    </div>
  );
}
