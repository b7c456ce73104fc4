import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aTab } from "../../../../test/fake-browser";
import { aBoot, META, Server } from "../../../../test/fake-server";
import type { Command } from "../../../protocol.generated";
import { root } from "../document/document";
import { start } from "../engine";
import type { Board } from "../offers";
import type { Request } from "../types";

let server: Server;
let board: Board;

/** A server that does what grouping commands say, before it answers. */
beforeEach(async () => {
  vi.useFakeTimers();
  server = new Server();
  server.meta({ ...META, phase: "cluster" });
  server.answer = (request) => {
    obey(request);
    return { answer: "ok" };
  };
  board = start(aBoot("participate", { phase: "cluster" }), aTab(server));
  server.tell({ phase: "cluster" });
  await tick();
  server.write((doc) => {
    for (const id of ["x", "y"]) root(doc, "clusters").set(id, { name: id, rank: id, letter: id });
  });
  server.put("a", "one", 1, { cluster: "x", rank: "a" });
  server.put("b", "two", 2, { cluster: "x", rank: "b" });
  server.put("c", "three", 3);
});
afterEach(() => {
  board.close();
  vi.useRealTimers();
});

function tick(ms = 10): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

function obey(command: Command): void {
  server.write((doc) => {
    const [places, clusters] = [root(doc, "places"), root(doc, "clusters")];
    if (command.do === "place_idea") {
      places.set(command.idea, { cluster: command.cluster, rank: command.rank ?? "z" });
    } else if (command.do === "name_cluster") {
      const { rank, letter } = clusters.get(command.cluster) ?? { rank: command.rank ?? "z", letter: "N" };
      clusters.set(command.cluster, { name: command.name, rank, letter });
    } else if (command.do === "dissolve_cluster") {
      clusters.delete(command.cluster);
      for (const [id, place] of places.entries())
        if (place.cluster === command.cluster) places.set(id, { ...place, cluster: null });
    } else if (command.do === "merge") {
      const moved = Object.fromEntries(command.from.map((id) => [id, places.get(id)?.cluster ?? null]));
      clusters.set(command.into, { name: "", rank: "m", letter: "M" });
      for (const id of command.from) places.set(id, { cluster: command.into, rank: id });
      root(doc, "merges").set(command.merge, { into: command.into, moved, clusters: {}, created: true });
    } else if (command.do === "undo_merge") {
      root(doc, "merges").delete(command.merge);
    }
  });
}

function sent(): Omit<Request, "id">[] {
  return server.commands.map(({ id: _, ...command }) => command);
}

function at(idea: string): string | null | undefined {
  return board.state.idea(idea).value?.cluster;
}

test("undo takes back my move, as long as the card lies where I put it", async () => {
  await board.commands.placeIdeas(["a", "c"], "y");
  expect(board.undo.last.value?.label).toBe("Undo move");
  obey({ do: "place_idea", idea: "c", cluster: "x" });
  await board.undo.undo();
  expect([at("a"), at("c")]).toEqual(["x", "x"]);
  expect(sent().at(-1)).toEqual({ do: "place_idea", idea: "a", cluster: "x", rank: "a" });
  expect(board.undo.last.value).toBeNull();
});

test("when somebody else has moved the card on, there is nothing to undo", async () => {
  await board.commands.placeIdea("a", "y");
  obey({ do: "place_idea", idea: "a", cluster: null });
  expect(board.undo.last.value).toBeNull();
  expect((await board.undo.undo()).answer).toBe("refused");
});

test("a card that the facilitator has hidden since is left alone", async () => {
  await board.commands.placeIdeas(["a", "c"], "y");
  server.write((doc) => root(doc, "ideas").delete("a"));
  await board.undo.undo();
  expect([at("a"), at("c")]).toEqual(["y", null]);
});

test("undo of a move out of a cluster that is gone leaves the card loose", async () => {
  await board.commands.placeIdea("a", "y");
  obey({ do: "dissolve_cluster", cluster: "x" });
  await board.undo.undo();
  expect(sent().at(-1)).toEqual({ do: "place_idea", idea: "a", cluster: null, rank: "a" });
});

test("undo of a name gives the old one back, unless it was changed again; a new empty cluster goes", async () => {
  await board.commands.nameCluster("x", "Better");
  await board.undo.undo();
  expect(board.state.cluster("x").value?.name).toBe("x");
  await board.commands.nameCluster("x", "Better");
  obey({ do: "name_cluster", cluster: "x", name: "Best" });
  expect(board.undo.last.value).toBeNull();
  await board.commands.nameCluster("new", "Fresh");
  await board.undo.undo();
  expect(board.state.cluster("new").value).toBeUndefined();
});

test("undo of taking apart brings the cluster back with what is still loose", async () => {
  await board.commands.dissolveCluster("x");
  expect(board.undo.last.value?.label).toBe("Undo ungrouping");
  obey({ do: "place_idea", idea: "b", cluster: "y" });
  await board.undo.undo();
  expect(board.state.cluster("x").value?.ideas.map((idea) => idea.id)).toEqual(["a"]);
  expect(at("b")).toBe("y");
});

test("undo of putting together asks for just that merge", async () => {
  await board.commands.merge(["a", "c"]);
  const merge = board.state.merges.value[0]?.id;
  await board.undo.undo();
  expect(sent().at(-1)).toEqual({ do: "undo_merge", merge });
});

test("undo goes back one by one, and ends with the phase", async () => {
  await board.commands.placeIdea("a", "y");
  await board.commands.placeIdea("c", "y");
  await board.undo.undo();
  expect([at("a"), at("c")]).toEqual(["y", null]);
  expect(board.undo.last.value).not.toBeNull();
  server.meta({ phase: "vote" });
  expect(board.undo.last.value).toBeNull();
});

test("a card I moved that somebody else moves again says so, and can be put back", async () => {
  await board.commands.placeIdea("c", "y");
  expect(board.moved.cards.value).toEqual([]);
  obey({ do: "place_idea", idea: "c", cluster: "x" });
  expect(board.moved.cards.value).toEqual([{ idea: "c", mine: "y", now: "x" }]);
  await board.moved.putBack("c");
  expect(at("c")).toBe("y");
  expect(board.moved.cards.value).toEqual([]);
});

test("it says so too when both moves came in one breath, and not about a card that is still on its way", async () => {
  server.answer = () => null;
  const moved = board.commands.placeIdea("c", "y");
  await tick();
  expect([...board.moved.moving.value]).toEqual(["c"]);
  obey({ do: "place_idea", idea: "c", cluster: "x" });
  expect(board.moved.cards.value).toEqual([]);
  server.wire.ends(1006);
  expect((await moved).answer).toBe("retry");
  expect(board.moved.cards.value).toEqual([]);
  expect(board.moved.moving.value.size).toBe(0);
  // Both in one transaction of the server: the card never shows where I put it.
  server.answer = () => {
    obey({ do: "place_idea", idea: "c", cluster: "x" });
    return { answer: "ok" };
  };
  await tick(5_000);
  await board.commands.placeIdea("c", "y");
  expect(board.moved.cards.value).toEqual([{ idea: "c", mine: "y", now: "x" }]);
});

test("my own next step is nobody else's: moving on, putting together, taking apart", async () => {
  await board.commands.placeIdea("c", "y");
  await board.commands.placeIdea("c", "x");
  expect(board.moved.cards.value).toEqual([]);
  await board.commands.merge(["c", "a"]);
  expect(board.moved.cards.value).toEqual([]);
  await board.commands.dissolveCluster(at("c") ?? "");
  expect(board.moved.cards.value).toEqual([]);
});

test("what I took apart I do not hold on to, also when the cluster comes back", async () => {
  await board.commands.placeIdeas(["a", "c"], "y");
  await board.commands.dissolveCluster("y");
  obey({ do: "place_idea", idea: "c", cluster: "x" });
  await board.undo.undo();
  expect([at("a"), at("c")]).toEqual(["y", "x"]);
  expect(board.moved.cards.value).toEqual([]);
});

test("a cluster that is gone is nothing to put back into; dismissed is dismissed", async () => {
  await board.commands.placeIdea("c", "y");
  obey({ do: "dissolve_cluster", cluster: "y" });
  expect(board.moved.cards.value).toEqual([]);
  await board.commands.placeIdea("a", null);
  obey({ do: "place_idea", idea: "a", cluster: "x" });
  expect(board.moved.cards.value).toHaveLength(1);
  board.moved.dismiss("a");
  expect(board.moved.cards.value).toEqual([]);
});
