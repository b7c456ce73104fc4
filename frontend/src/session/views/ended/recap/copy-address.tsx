import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { copyText } from "../../../../kit/copy";
import { say } from "../../../../words/say";
import { ByHand } from "../../by-hand";

let arrives = false;

/** Whoever has just shared the recap goes on with its address: the button that they pressed is gone. */
export function announceArrival(comes: boolean): void {
  arrives = comes;
}

/** Whether this part of the page came with the sharing; true once. */
export function useArrival(): boolean {
  const [arrived] = useState(arrives);
  useEffect(() => {
    arrives = false;
  }, []);
  return arrived;
}

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
