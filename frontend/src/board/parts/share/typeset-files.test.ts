import { afterEach, expect, test, vi } from "vitest";
import { aBoot } from "../../../../test/fake-server";
import { toasts } from "../../../kit/feedback";
import { offered, saveFile } from "./typeset-files";

const FORMATS = ["pdf", "md", "svg", "json"].map((ending) => {
  return { ending, label: ending, typeset: ending === "pdf" || ending === "svg", draft: true };
});

afterEach(() => {
  toasts.value = [];
});

/** What a click on a link saves: names and contents. */
function saved() {
  const files: { name: string; content: Blob }[] = [];
  const contents: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((content) => {
    contents.push(content as Blob);
    return `blob:${contents.length - 1}`;
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, content: contents[Number(this.href.split(":")[1])] as Blob });
  });
  return files;
}

test("where typesetting is off only the other formats are offered", () => {
  const boot = { ...aBoot("participate"), formats: FORMATS };
  expect(offered(boot)).toEqual(FORMATS);
  expect(offered({ ...boot, typesets: true })).toEqual(FORMATS);
  expect(offered({ ...boot, typesets: false }).map(({ ending }) => ending)).toEqual(["md", "json"]);
});

test("a file is saved under the name that the server gives it", async () => {
  const files = saved();
  const headers = {
    "content-disposition": "attachment; filename=\"draft-decision.pdf\"; filename*=UTF-8''draft-%C3%BC.pdf",
  };
  vi.stubGlobal("fetch", async () => new Response("%PDF", { headers }));
  await saveFile("/api/boards/b/export.pdf");
  expect(files.map((file) => file.name)).toEqual(["draft-ü.pdf"]);
  expect(await files[0]?.content.text()).toBe("%PDF");
  expect(toasts.value).toEqual([]);
});

test("a file that the server cannot make says why, and saves nothing", async () => {
  const files = saved();
  const detail = "This file took longer than 20 seconds to make.";
  vi.stubGlobal("fetch", async () => Response.json({ detail }, { status: 503 }));
  await saveFile("/api/boards/b/export.png");
  expect(toasts.value.map((toast) => toast.text)).toEqual([detail]);
  expect(files).toEqual([]);
});

test.each([
  ["a connection that breaks", async () => Promise.reject(new TypeError("Failed to fetch"))],
  ["a proxy's error page", async () => new Response("<h1>Bad gateway</h1>", { status: 502 })],
])("the page shows a sentence for %s", async (_, answer) => {
  const files = saved();
  vi.stubGlobal("fetch", answer);
  await saveFile("/api/boards/b/export.svg");
  expect(toasts.value.map((toast) => toast.text)).toEqual(["The file could not be loaded. Try again in a moment."]);
  expect(files).toEqual([]);
});
