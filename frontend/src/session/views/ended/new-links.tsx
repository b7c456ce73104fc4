import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { copyText } from "../../../kit/copy";
import { Dialog } from "../../../kit/dialog";
import { say } from "../../../words/say";
import { type Links, renew as renewed } from "../../links";
import { carriedOut } from "../../next";
import { useSession } from "../../use-session";
import { Why } from "../why";

const SHOWN = ["lead", "join", "read", "accept"] as const;

/** New links for everything but the lead's own; whoever came by an old one is out until they have the new one. */
export function NewLinks() {
  const { ask } = useSession();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState("");
  const [links, setLinks] = useState<Links | null>(null);
  const renew = async (): Promise<void> => {
    setBusy(true);
    const answer = await ask({ do: "renew_links", which: ["join", "read", "accept"] });
    setBusy(false);
    setWhy(carriedOut(answer) ? "" : (answer.why ?? ""));
    if (carriedOut(answer)) setLinks(renewed(answer.links ?? {}, location.origin));
  };
  return (
    <>
      <Button look="plain" onClick={() => setOpen(true)}>
        {say("ended-links")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={links ? say("ended-links-made") : say("ended-links-title")}
        lead={links ? say("ended-links-made-lead") : say("ended-links-lead")}
        actions={
          links ? (
            <Button onClick={() => setOpen(false)}>{say("ended-links-close")}</Button>
          ) : (
            <>
              <Button onClick={() => setOpen(false)}>{say("ended-links-back")}</Button>
              <Button look="ink" busy={busy} onClick={() => void renew()}>
                {say("ended-links-press")}
              </Button>
            </>
          )
        }
      >
        <Why text={why} />
        {links && SHOWN.map((link) => <Made key={link} link={link} address={links[link]} />)}
      </Dialog>
    </>
  );
}

function Made({ link, address }: { readonly link: (typeof SHOWN)[number]; readonly address: string | undefined }) {
  const [copied, setCopied] = useState(false);
  if (!address) return null;
  return (
    <p class="new-link">
      <b>{say(`ended-link-${link}`)}</b>
      <input
        readOnly
        aria-label={say(`ended-link-${link}`)}
        value={address}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Button size="s" icon="copy" onClick={async () => setCopied(await copyText(address))}>
        {copied ? say("ended-link-copied") : say("ended-link-copy")}
      </Button>
    </p>
  );
}
