import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadMappings, mappingsInForce } from "../../store/contracts/mappings.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import type { Unit } from "../../store/gate.ts";
import { latestMatrix } from "../../store/people/matrices.ts";
import { loadStaff } from "../run/staff.ts";
import { connectSystemsAndTools } from "./connect-systems-and-tools.ts";
import { byAdministrator, changedFile, contract, demoFiles, draftContract } from "./fixture/demo-contract.ts";
import type { performing } from "./fixture/performing.ts";
import { keepTheRasciMatrix } from "./keep-the-rasci-matrix.ts";
import { setUpTheContract } from "./set-up-the-contract.ts";

type File = { readonly name: string; readonly text: string };
const CON = { startedBy: "callum-reyes", approvedBy: [] };

describe.skipIf(noDatabase())("establishing", () => {
  let store: TestStore;
  let people: ReturnType<typeof performing>;
  const asSystem = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => store.gate.unit(systemOf(tenantOne), work);
  beforeAll(async () => {
    store = await testStore();
    people = await draftContract(store);
  });
  afterAll(() => store.close());

  /** The demonstration's files as another contract, each changed by the test. */
  const another = async (change: (file: File) => File): Promise<{ contract: string; files: File[] }> => {
    const files = (await demoFiles()).map(({ name, text }) => ({ name, text: text.replaceAll(contract, "second") }));
    return { contract: "second", files: files.map(change) };
  };
  const replaced =
    (from: string, to: string) =>
    ({ name, text }: File): File => ({ name, text: text.replaceAll(from, to) });

  test.each<readonly [string, (file: File) => File]>([
    ["contract-has-errors", replaced("time_zone: Europe/London", "time_zone: Europe/Nowhere")],
    ["stated-facts-have-errors", replaced("granted_by: hester-quayle", "given_by: hester-quayle")],
    ["other-contract", ({ name, text }) => ({ name, text: text.replace(/(\bid|part_of): second\b/, "$1: third") })],
    ["other-provider", replaced("tideway", "northlight")],
    ["party-of-other-kind", replaced("platform:     {", "meridian-team: {")],
    ["mapping-is-there", replaced("record: outage_id", "record: outage_number")],
  ])("a contract is refused: %s", async (code, change) => {
    const asked = await another(change);
    const isOther = code === "party-of-other-kind";
    const files = isOther ? asked.files.map(swapped) : asked.files;
    await expect(people.perform(setUpTheContract, { ...asked, files }, CON)).rejects.toMatchObject({ code });
  });

  test("every error of a contract is told at once, with its place", async () => {
    const asked = await another((file) =>
      replaced("criticality: vital", "criticality: very")(replaced("currency: GBP", "currency: pounds")(file)),
    );
    const refused: { readonly facts: { readonly problems: readonly { readonly file: string }[] } } = await people
      .perform(setUpTheContract, asked, CON)
      .then(
        () => Promise.reject(new Error("it was not refused")),
        (error) => error,
      );
    expect(new Set(refused.facts.problems.map(({ file }) => file))).toEqual(
      new Set(["catalogue.yaml", "contract.yaml"]),
    );
  });

  test("a contract is set up once, another beside it; equal mappings are shared", async () => {
    const files = [...(await demoFiles())];
    await expect(people.perform(setUpTheContract, { contract, files }, CON)).rejects.toMatchObject({
      code: "contract-is-there",
    });
    const before = (await asSystem(loadMappings)).length;
    const second = await another((file) => file);
    expect(await people.perform(setUpTheContract, second, CON)).toMatchObject({ contract: "second", version: 1 });
    expect(await asSystem(loadMappings)).toHaveLength(before);
  });

  test("a mapping gets a version where it says something else, and none where it does not", async () => {
    const file = await changedFile(
      "mappings/monitoring.yaml",
      "announced: {column: announced_at}",
      "announced: {column: told_at}",
    );
    const made = await people.perform(connectSystemsAndTools, { file }, byAdministrator);
    expect(made).toEqual({ mappings: [{ mapping: "demo-outages", version: 2 }] });
    const inForce = await asSystem((unit) => mappingsInForce(unit, new Map()));
    expect(inForce.get("demo-outages")?.moments.announced).toEqual({ column: "told_at" });
    const again = people.perform(connectSystemsAndTools, { file }, byAdministrator);
    await expect(again).rejects.toMatchObject({ code: "nothing-changed" });
  });

  test.each([
    ["mapping-has-errors", "underpin: 1\nmappings:\n  one: {tool: desk, gives: wishes}\n"],
    ["mapping-has-errors", "mappings: {}\n"],
    ["no-mappings", "underpin: 1\nmappings: {}\n"],
  ])("a file of mappings is refused: %s %j", async (code, text) => {
    const asked = { file: { name: "mappings.yaml", text } };
    await expect(people.perform(connectSystemsAndTools, asked, byAdministrator)).rejects.toMatchObject({ code });
  });

  test("the matrix gets versions, tells what they loosen, and refuses what could not run", async () => {
    const changed = {
      "draft an SLA": { responsible: ["CON" as const] },
      "close a period": { approval: "none" as const },
    };
    const asked = { based_on: 0, document: { format: 1 as const, changes: changed } };
    const made = await people.perform(keepTheRasciMatrix, asked, CON);
    expect(made.version).toBe(1);
    expect(made.findings).toContainEqual({
      ...{ code: "approval-loosened", weight: "warning", activity: "close a period" },
      facts: { now: "none", standard: "accountable" },
    });
    expect(await asSystem(latestMatrix)).toMatchObject({ version: 1, document: asked.document });
    const { matrix } = await asSystem(loadStaff);
    expect(matrix.find(({ activity }) => activity === "draft an SLA")?.responsible).toEqual(["CON"]);
    await expect(people.perform(keepTheRasciMatrix, asked, CON)).rejects.toMatchObject({
      code: "matrix-version-stale",
    });
    const oneSigns = { "approve and sign an agreement": { responsible: ["CON" as const] } };
    const broken = { based_on: 1, document: { format: 1 as const, changes: oneSigns } };
    await expect(people.perform(keepTheRasciMatrix, broken, CON)).rejects.toMatchObject({ code: "matrix-has-errors" });
  });
});

/** A vendor under the id that is a team elsewhere. */
const swapped = ({ name, text }: File): File => ({
  name,
  text: text
    .replaceAll("meridian-team: {", "platform:     {")
    .replaceAll(/\bplatform\b(?!-)/g, "quillnet-team")
    .replaceAll(/\bquillnet\b(?!-)/g, "platform")
    .replaceAll("quillnet-team", "operations"),
});
