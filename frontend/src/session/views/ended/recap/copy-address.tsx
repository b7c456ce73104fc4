import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { copyText } from "../../../../kit/copy";
import { say } from "../../../../words/say";
import { ByHand } from "../../by-hand";

/** Copies the address; where the browser does not, it stands there to be copied by hand. */
export function CopyAddress({ address, arrived }: { readonly address: string; readonly arrived: boolean }) {
  const [failed, setFailed] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (arrived) place.current?.querySelector("button")?.focus();
  }, [arrived]);
  return (
    <>
      <span ref={place}>
        <Button icon="copy" onClick={async () => setFailed(!(await copyText(address, say("ended-recap-copied"))))}>
          {say("ended-recap-copy")}
        </Button>
      </span>
      {failed && <ByHand label={say("ended-recap-by-hand")} text={address} />}
    </>
  );
}
