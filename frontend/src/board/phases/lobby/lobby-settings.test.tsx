import { signal } from "@preact/signals";
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { META } from "../../../../test/fake-server";
import type { ChangeSettings, Meta } from "../../../protocol.generated";
import { LobbySettings } from "./lobby-settings";

const meta = signal<Meta>({ ...META, owner: "Mara" });
const send = vi.fn(async ({ do: _, ...change }: ChangeSettings) => {
  meta.value = { ...meta.value, ...change };
  return { id: "", answer: "ok" };
});
vi.mock("../../engine/use-board", () => ({ useBoard: () => ({ state: { meta }, commands: { send } }) }));

test("what another facilitator wrote meanwhile is shown before leaving the field replaces it", async () => {
  await act(() => render(h(LobbySettings, {}), document.body));
  const field = [...document.querySelectorAll("input")].find((one) => one.value === "Mara") as HTMLInputElement;
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
