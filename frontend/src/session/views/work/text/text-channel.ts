/** The channel of the text of this page, from the first time that somebody writes. */

import { computed } from "@preact/signals";
import { localArea, prefixOf } from "../../../../browser-storage";
import { Store } from "../../../../live/storage";
import type { OthersCursor } from "../../../editor/types";
import type { Session } from "../../../engine";
import { TextChannel } from "../../../text/text-channel";

const channels = new WeakMap<Session, { readonly person: string; readonly channel: TextChannel }>();

/** One for a page: what was typed last is still on its way when the editor closes. */
export function textChannel(session: Session, person: string): TextChannel {
  const known = channels.get(session);
  if (known?.person === person) return known.channel;
  known?.channel.close();
  const channel = openChannel(session, person);
  channels.set(session, { person, channel });
  channel.connect();
  return channel;
}

function openChannel({ boot, meta }: Session, person: string): TextChannel {
  const epoch = computed(() => meta.value.text_epoch);
  const place = {
    session: boot.session,
    person,
    store: new Store(localArea(), prefixOf(boot.session, "text"), window),
    window,
    page: document,
    origin: location.origin.replace(/^http/, "ws"),
    open: (url: string, protocols: string[]) => new WebSocket(url, protocols),
    post: async (path: string, body: Uint8Array<ArrayBuffer>, keepalive: boolean) =>
      (await fetch(path, { method: "POST", body, keepalive })).status,
    random: Math.random,
  };
  return new TextChannel(place, epoch);
}

/** The cursors of the others, each with the name and the colour that its person has in the session. */
export function othersIn({ roots }: Session, channel: TextChannel) {
  return computed(() =>
    channel.others.value.flatMap(({ client, person, cursor }): OthersCursor[] => {
      const known = roots.people.value.get(person);
      return known && cursor ? [{ client, person, name: known.name, colour: known.colour, ...cursor }] : [];
    }),
  );
}

/** Waits until everything that was typed is committed, or for `most` ms. */
export function saved(channel: TextChannel, most: number): Promise<void> {
  return new Promise((done) => {
    const over = (): void => {
      clearTimeout(late);
      queueMicrotask(() => stop());
      done();
    };
    const late = setTimeout(over, most);
    const stop = channel.status.subscribe(({ kind }) => {
      if (kind === "saved") over();
    });
  });
}
