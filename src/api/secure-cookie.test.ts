import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase } from "../store/fixture/test-store.ts";
import { goodPassword, invitationOf, type TestDoor, testDoor } from "./sign-in/fixture/test-door.ts";

describe.skipIf(noDatabase())("where people reach the server by https", () => {
  const address = "https://underpin.example";
  let door: TestDoor;
  beforeAll(async () => {
    door = await testDoor({ baseUrl: address });
  });
  afterAll(() => door.close());

  test("every cookie goes over https alone, and says so by its name", async () => {
    const token = await invitationOf(door, "ada");
    const answer = await fetch(`${door.base}/api/v1/invitations/accept`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: address, "sec-fetch-site": "same-origin" },
      body: JSON.stringify({ token, password: goodPassword }),
    });
    const cookies = answer.headers.getSetCookie();
    expect([answer.status, cookies.length > 0]).toEqual([200, true]);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-underpin\.[^;]+;.*; Secure/);
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  });
});
