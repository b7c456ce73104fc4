import { beforeEach, describe, expect, it, vi } from "vitest";
import cases from "../../../tests/data/receipts.json";
import { say } from "../words/say";
import { loadSay } from "./check-words";
import { find, keptCodes, offerMyDots, receipt, type Votes } from "./receipts";

/** However busy the machine is. */
const PATIENCE = 20_000;

const CODE = "Abcdefghijklmnopqrstuv";
const OTHER = "Zbcdefghijklmnopqrstuv";

async function votes(): Promise<Votes> {
  const under = async (round: number, option: string, codes: string[]) =>
    (await Promise.all(codes.map((code) => receipt(code, round, option, 1)))).sort();
  const option = (id: string, name: string | null = `option ${id}`) => ({ option: id, name });
  return {
    rounds: [
      {
        round: 1,
        runoff: false,
        options: [option("a"), option("b"), option("c", null)],
        receipts: {
          a: await under(1, "a", [CODE, OTHER]),
          b: await under(1, "b", [OTHER]),
          c: await under(1, "c", [CODE]),
        },
      },
      {
        round: 3,
        runoff: true,
        options: [option("a"), option("b")],
        receipts: { b: await under(3, "b", [CODE]), a: [] },
      },
    ],
  };
}

it.each(cases)("makes the hash that the server makes, and sha256sum: $receipt", async (one) => {
  expect(await receipt(one.code, one.round, one.option, one.dot)).toBe(one.receipt);
});

describe("what a code finds", () => {
  it("is exactly the own dots, in every round", async () => {
    expect(await find(await votes(), [CODE])).toEqual([
      { round: 1, runoff: false, names: ["option a", null] },
      { round: 3, runoff: true, names: ["option b"] },
    ]);
    expect(await find(await votes(), [OTHER])).toEqual([{ round: 1, runoff: false, names: ["option a", "option b"] }]);
  });

  it("is nothing for another code", async () => {
    expect(await find(await votes(), ["Xbcdefghijklmnopqrstuv"])).toEqual([]);
  });
});

it("reads the codes that boards left in this browser, and nothing else of them", () => {
  localStorage.clear();
  localStorage.setItem("shortlist/b1/participate/receipt/1", JSON.stringify(CODE));
  localStorage.setItem("shortlist/b2/participate/receipt/12", JSON.stringify(OTHER));
  localStorage.setItem("shortlist/b1/participate/own/1", JSON.stringify("Xbcdefghijklmnopqrstuv"));
  localStorage.setItem("shortlist/b1/participate/receipt/2", JSON.stringify({ not: "a code" }));
  expect(keptCodes(() => localStorage).sort()).toEqual([CODE, OTHER]);
  expect(
    keptCodes(() => {
      throw new Error("forbidden");
    }),
  ).toEqual([]);
});

describe("the box on the page", () => {
  const box = () => document.querySelector<HTMLElement>("[data-own-dots]") as HTMLElement;
  const said = () => document.querySelector("[data-own-found]")?.textContent ?? "";
  const press = (code: string): void => {
    const field = document.querySelector("input") as HTMLInputElement;
    field.value = code;
    document.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
  };

  beforeEach(async () => {
    localStorage.clear();
    document.body.innerHTML = `<section hidden data-own-dots><form><input><button data-own-kept hidden>Kept</button></form>
      <div data-own-found data-failed="Not loaded."></div></section>`;
    const content = await votes();
    vi.stubGlobal("fetch", async (url: string) =>
      url === "/decisions/1.json" ? new Response(JSON.stringify(content)) : new Response("", { status: 404 }),
    );
  });

  it("lists the own dots", async () => {
    offerMyDots(document, "/decisions/1", loadSay);
    expect(box().hidden).toBe(false);
    press(` ${CODE}\n`);
    await vi.waitFor(() => expect(said()).toContain("option b"), PATIENCE);
    expect(said()).toBe(
      `Round 1: 2 dots of yoursoption aHidden by the facilitatorRound 3, run-off: 1 dot of yoursoption b`,
    );
  });

  it("says so when nothing is found, typed or loaded", async () => {
    offerMyDots(document, "/decisions/1", loadSay);
    press("too short");
    await vi.waitFor(() => expect(said()).toBe(say("check-dots-none")), PATIENCE);
    press(" ");
    await vi.waitFor(() => expect(said()).toBe(say("check-dots-empty")), PATIENCE);
    document.querySelector("form")?.replaceWith(document.createElement("form"));
  });

  it("says so when the record cannot be loaded", async () => {
    offerMyDots(document, "/decisions/2", loadSay);
    press(CODE);
    await vi.waitFor(() => expect(said()).toBe(say("check-dots-failed")), PATIENCE);
  });

  it("offers the code that this browser kept", async () => {
    localStorage.setItem("shortlist/b1/participate/receipt/1", JSON.stringify(OTHER));
    offerMyDots(document, "/decisions/1", loadSay);
    const button = document.querySelector<HTMLButtonElement>("[data-own-kept]") as HTMLButtonElement;
    expect(button.hidden).toBe(false);
    button.click();
    await vi.waitFor(() => expect(said()).toContain("option b"), PATIENCE);
  });

  it("points to the way by hand where the browser cannot compute", async () => {
    vi.stubGlobal("crypto", {});
    offerMyDots(document, "/decisions/1", loadSay);
    press(CODE);
    await vi.waitFor(() => expect(said()).toBe(say("check-dots-unsafe")), PATIENCE);
  });

  it("says the sentence of the page when its own could not be loaded", async () => {
    offerMyDots(document, "/decisions/1");
    press(CODE);
    await vi.waitFor(() => expect(said()).toBe("Not loaded."), PATIENCE);
  });
});
