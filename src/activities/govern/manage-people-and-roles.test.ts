import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instant } from "../../engine/time/instant.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import type { Unit } from "../../store/gate.ts";
import { loadPerson } from "../../store/people/people.ts";
import { readPeople } from "../../store/people/read-people.ts";
import { byAdministrator, contract, draftContract, invite } from "../establish/fixture/demo-contract.ts";
import type { performing } from "../establish/fixture/performing.ts";
import { managePeopleAndRoles, type PeopleInput } from "./manage-people-and-roles.ts";

describe.skipIf(noDatabase())("people and roles", () => {
  let store: TestStore;
  let people: ReturnType<typeof performing>;
  const asSystem = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => store.gate.unit(systemOf(tenantOne), work);
  const manage = (asked: PeopleInput, by = byAdministrator) => people.perform(managePeopleAndRoles, asked, by);
  const holdingsOf = async (person: string) =>
    (await asSystem(readPeople)).find((one) => one.person === person)?.holdings ?? [];

  beforeAll(async () => {
    store = await testStore();
    people = await draftContract(store);
    await invite(people.perform, "lorcan-finch", "quillnet");
    await invite(people.perform, "cerys-maddox", "platform");
    await manage({ do: "grant", person: "callum-reyes", role: "CON", contract });
  });
  afterAll(() => store.close());

  test("who is invited has no account and no role", async () => {
    expect(await asSystem((unit) => loadPerson(unit, "lorcan-finch"))).toMatchObject({
      ...{ party: "quillnet", side: "vendor", account: null, is_active: true, email: "lorcan-finch@example.com" },
    });
    expect(await holdingsOf("lorcan-finch")).toEqual([]);
  });

  const at = { name: "Somebody", email: "somebody@example.com" };
  const grant = (person: string, role: "CR" | "CON" | "FIN" | "VR" | "TL" | "AUD" | "ADM", of: string | null) =>
    ({ do: "grant", person, role, contract: of }) as const;
  const none = "0190c000-0000-7000-8000-000000000000";
  test.each<readonly [string, PeopleInput]>([
    ["no-such-party", { do: "invite", person: "somebody", party: "nowhere", ...at }],
    ["person-is-there", { do: "invite", person: "callum-reyes", party: "tideway", ...at }],
    [
      "email-is-there",
      { do: "invite", person: "somebody", party: "tideway", name: "Somebody", email: "Callum-Reyes@example.com" },
    ],
    ["for-oneself", grant("ada-kestrel", "FIN", null)],
    ["for-oneself", { do: "deactivate", person: "ada-kestrel" }],
    ["no-such-person", grant("nobody", "FIN", null)],
    ["no-such-person", { do: "deactivate", person: "nobody" }],
    ["no-such-contract", grant("callum-reyes", "FIN", "other")],
    ["already-held", grant("callum-reyes", "CON", contract)],
    ["role-of-other-side", grant("callum-reyes", "CR", contract)],
    ["role-of-other-side", grant("hester-quayle", "CON", contract)],
    ["role-of-other-side", grant("lorcan-finch", "TL", contract)],
    ["role-of-other-side", grant("cerys-maddox", "VR", contract)],
    ["contract-missing", grant("hester-quayle", "CR", null)],
    ["contract-missing", grant("lorcan-finch", "VR", null)],
    // Who sets credits does not approve them; an auditor holds no other role.
    ["forbidden-union", grant("callum-reyes", "FIN", contract)],
    ["forbidden-union", grant("callum-reyes", "FIN", null)],
    ["forbidden-union", grant("callum-reyes", "AUD", null)],
    ["no-such-holding", { do: "end", holding: none }],
  ])("%s: %o", async (code, asked) => {
    await expect(manage(asked)).rejects.toMatchObject({ code });
  });

  test("a role ends at an instant and stays to be seen; it ends once, and not by who holds it", async () => {
    const given = await manage(grant("cerys-maddox", "TL", contract));
    const [holding = ""] = given.holdings;
    const own = { startedBy: "cerys-maddox", approvedBy: [] };
    await expect(manage({ do: "end", holding }, own)).rejects.toMatchObject({ code: "for-oneself" });
    people.now = instant(1_700_086_400);
    expect(await manage({ do: "end", holding })).toEqual({ person: "cerys-maddox", holdings: [holding] });
    expect(await holdingsOf("cerys-maddox")).toEqual([
      { holding, role: "TL", contract, from: 1_700_000_000, until: 1_700_086_400, granted_by: "ada-kestrel" },
    ]);
    await expect(manage({ do: "end", holding })).rejects.toMatchObject({ code: "holding-ended" });
    // After the end the same role can be given again.
    expect((await manage(grant("cerys-maddox", "TL", contract))).holdings).toHaveLength(1);
  });

  test("who is taken out of use loses every role and gets none", async () => {
    await manage(grant("lorcan-finch", "VR", contract));
    expect((await manage({ do: "deactivate", person: "lorcan-finch" })).holdings).toHaveLength(1);
    expect((await holdingsOf("lorcan-finch")).map(({ until }) => until)).toEqual([1_700_086_400]);
    for (const asked of [grant("lorcan-finch", "VR", contract), { do: "deactivate", person: "lorcan-finch" } as const])
      await expect(manage(asked)).rejects.toMatchObject({ code: "person-not-active" });
  });
});
