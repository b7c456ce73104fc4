import { signal } from "@preact/signals";
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { META } from "../../../../test/fake-server";
import type { ChangeSettings, Meta } from "../../../protocol.generated";
import { TextSetting } from "./fields";

const meta = signal<Meta>({ ...META, owner: "Mara" });
const send = vi.fn(async ({ do: _, ...change }: ChangeSettings) => {
  meta.value = { ...meta.value, ...change };
  return { id: "", answer: "ok" };
});
vi.mock("../../engine/use-board", () => ({ useBoard: () => ({ state: { meta }, commands: { send } }) }));

test("what another facilitator wrote meanwhile is shown before leaving the field replaces it", async () => {
  await act(() => render(h(TextSetting, { name: "owner" }), document.body));
  const field = document.querySelector("input") as HTMLInputElement;
  const type = (text: string) =>
    act(() => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const leave = () => act(async () => void field.dispatchEvent(new Event("blur")));
  await type("Paul");
  await act(() => {
    meta.value = { ...meta.value, owner: "Olga" };
  });
  await leave();
  expect(send).not.toHaveBeenCalled();
  expect([field.value, document.body.textContent]).toEqual(["Paul", expect.stringContaining("“Olga”")]);
  await leave();
  expect(send).toHaveBeenCalledWith({ do: "change_settings", owner: "Paul" });
  expect(document.body.textContent).not.toContain("“Olga”");
});

test("what is typed is sent when the dialog around it closes", async () => {
  send.mockClear();
  await act(() => render(h(TextSetting, { name: "owner" }), document.body));
  const field = document.querySelector("input") as HTMLInputElement;
  await act(() => {
    field.value = "Ana";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(() => render(null, document.body));
  expect(send).toHaveBeenCalledExactlyOnceWith({ do: "change_settings", owner: "Ana" });
});
