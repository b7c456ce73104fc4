import { useEffect, useRef } from "preact/hooks";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { Conditions } from "../../outcome/conditions";
import { Part } from "../part";
import { Write } from "../write";
import { useArrival } from "./arrival";
import { Preview, ShareButton } from "./recap";

/** The lead has opened a shared recap again: writes on, ticks, and shares it once more. */
export function Correcting({ finishes }: { readonly finishes: boolean }) {
  const { me, roots } = useSession();
  // The part of the finisher, above, has both already.
  const writes = me.value !== null && !finishes;
  const arrived = useArrival();
  const first = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (arrived) first.current?.focus();
  }, [arrived]);
  return (
    <Part title={say("ended-correcting")}>
      <p ref={first} tabIndex={-1}>
        {writes && say("ended-correcting-write")} {say("ended-correcting-what")}
      </p>
      {writes && roots.conditions.value.size > 0 && <Conditions ticked />}
      {writes && <Write />}
      <p class="press">
        <ShareButton look="go" words={say("ended-correcting-share")} />
        <Preview />
      </p>
    </Part>
  );
}
