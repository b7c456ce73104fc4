import { toast } from "../../../kit/feedback";
import { say } from "../../../words/say";
import type { FileFormat } from "../../engine/file-format";
import type { Boot } from "../../engine/types";

/** Typeset files: a process of the server makes them on demand. It can be off, busy or too slow. */

/** The formats that this server can make. */
export function offered({ formats, typesets }: Boot): readonly FileFormat[] {
  return typesets === false ? formats.filter((format) => !format.typeset) : formats;
}

/** Saves a file. A browser hides why a download fails, so the file is fetched first and the server's reason is shown. */
export async function saveFile(address: string): Promise<void> {
  try {
    const answer = await fetch(address);
    if (answer.ok) {
      save(await answer.blob(), nameOf(answer, address));
    } else {
      toast((await answer.json()).detail, undefined, 10);
    }
  } catch {
    toast(say("files-not-saved"));
  }
}

function nameOf(answer: Response, address: string): string {
  const [, name] = /filename\*=UTF-8''(\S+)/.exec(answer.headers.get("content-disposition") ?? "") ?? [];
  return name ? decodeURIComponent(name) : address.slice(address.lastIndexOf("/") + 1);
}

function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers read the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
