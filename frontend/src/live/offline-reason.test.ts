import { expect, test } from "vitest";
import { OfflineReason } from "./offline-reason";

async function after(...answers: (number | null)[]): Promise<OfflineReason> {
  const left = [...answers];
  const reason = new OfflineReason(() => {
    const next = left.shift();
    return next ? Promise.resolve(next) : Promise.reject(new TypeError("no network"));
  });
  for (const _ of answers) await reason.failed();
  return reason;
}

test("websockets are blocked when attempts fail between two answers over HTTP", async () => {
  expect((await after(204)).reason.value).toBeNull();
  expect((await after(204, 204)).reason.value).toBe("network");
  expect((await after(null, 204, 204, 204)).reason.value).toBe("network");
});

test("a server that refuses the page's address is the other reason", async () => {
  expect((await after(403, 403)).reason.value).toBe("address");
  expect((await after(403, 204)).reason.value).toBeNull();
});

test("a lost network, a proxy's error or a server that just came back gives no reason", async () => {
  expect((await after(null, null, null)).reason.value).toBeNull();
  expect((await after(502, 502)).reason.value).toBeNull();
  expect((await after(204, null, 204)).reason.value).toBeNull();
  expect((await after(204, 204, null)).reason.value).toBeNull();
});

test("a live connection clears the reason", async () => {
  const reason = await after(204, 204);
  reason.live();
  expect(reason.reason.value).toBeNull();
});

test("asks once at a time", async () => {
  let asked = 0;
  const reason = new OfflineReason(() => {
    asked += 1;
    return Promise.resolve(204);
  });
  await Promise.all([reason.failed(), reason.failed()]);
  expect(asked).toBe(1);
});
