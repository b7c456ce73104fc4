import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { useUnwritten } from "../../use-unwritten";
import { Goals } from "../goals";
import { Part } from "../part";
import { recapAddress, recapOf } from "../recap/recap-state";
import { Written } from "../written";

/** What was made: for somebody who was not there. */
export function Made() {
  const { meta } = useSession();
  const { ending, kind } = meta.value;
  const unwritten = useUnwritten();
  const recap = recapOf(meta.value);
  return (
    <>
      {recap && (
        <Part title={say("ended-recap")}>
          <p>
            <a class="button quiet size-m" href={recapAddress(recap)} target="_blank" rel="noopener">
              {say("ended-recap-open")}
            </a>
          </p>
        </Part>
      )}
      {ending?.elsewhere && (
        <Part title={say("ended-elsewhere")}>
          <Elsewhere where={ending.elsewhere} />
        </Part>
      )}
      {kind === "coworking" && <Goals />}
      {!unwritten && (
        <Part title={say("ended-text")}>
          <Written tools />
        </Part>
      )}
      {unwritten && !ending?.elsewhere && kind !== "coworking" && (
        <Part title={say("ended-text")}>
          <p>{say("ended-text-none")}</p>
        </Part>
      )}
    </>
  );
}

/** Where work is that was made elsewhere: a link when it is one. */
export function Elsewhere({ where }: { readonly where: string }) {
  const link = /^https?:\/\/\S+$/.test(where);
  return (
    <p class="elsewhere" dir="auto">
      {link ? (
        <a href={where} rel="noopener noreferrer nofollow" target="_blank">
          {where}
        </a>
      ) : (
        where
      )}
    </p>
  );
}
