import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractFiles } from "../../desk/contract-files.ts";
import { openContract } from "../../desk/open-contract.ts";
import { shippedMappings } from "../../desk/shipped.ts";
import { statedFacts } from "../../desk/stated-facts.ts";
import { instant } from "../../engine/time/instant.ts";
import { loadContracts } from "../../store/contracts/contracts.ts";
import { loadDocument } from "../../store/contracts/load-document.ts";
import { mappingsInForce } from "../../store/contracts/mappings.ts";
import { readAgreements, readContract } from "../../store/contracts/read-contract.ts";
import { statedFiles } from "../../store/contracts/stated-facts.ts";
import { documentInForce, textInForce } from "../../store/contracts/text-in-force.ts";
import { loadText, loadTextHeads } from "../../store/contracts/texts.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import { loadParties } from "../../store/people/parties.ts";
import { readPeople } from "../../store/people/read-people.ts";
import { approveAndSignAnAgreement } from "../agree/approve-and-sign-an-agreement.ts";
import { managePeopleAndRoles } from "../govern/manage-people-and-roles.ts";
import { defaultMatrix } from "../rasci/default-matrix.ts";
import { defaultUnions } from "../rasci/forbidden-unions.ts";
import { lintMatrix } from "../rasci/lint.ts";
import { openRunner } from "../run/runner.ts";
import { loadStaff } from "../run/staff.ts";
import { demonstrationAdministrator } from "./demonstration-people.ts";
import { found, whoOf } from "./fixture/performing.ts";
import { performByRunner } from "./perform-by-runner.ts";
import { setUpDemonstration } from "./set-up-demonstration.ts";
import { setUpTheContract } from "./set-up-the-contract.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "examples", "demo");
const now = instant(1_775_000_000);

describe.skipIf(noDatabase())("the demonstration, set up by its people through the runner", () => {
  let store: TestStore;
  let contract: string;
  const asSystem = <T>(work: Parameters<typeof store.gate.unit<T>>[1]): Promise<T> =>
    store.gate.unit(systemOf(tenantOne), work);
  const as = async <T>(person: string, work: Parameters<typeof store.gate.unit<T>>[1]): Promise<T> =>
    store.gate.unit(await whoOf(store, tenantOne, person), work);

  beforeAll(async () => {
    store = await testStore();
    await found(store);
    const activities = [setUpTheContract, managePeopleAndRoles, approveAndSignAnAgreement] as never;
    const compute = () => Promise.reject(new Error("nothing is computed apart"));
    const runner = openRunner({ gate: store.gate, now: () => now, engine: "test", compute, activities });
    const perform = performByRunner(runner, store.gate, tenantOne);
    const files = await contractFiles(folder);
    contract = await setUpDemonstration({ perform, files, administrator: demonstrationAdministrator.person });
  });
  afterAll(() => store.close());

  test("every agreement is signed by the contract manager and the client's approver, and the contract in force", async () => {
    const read = await asSystem((unit) => readContract(unit, contract));
    expect(read).toMatchObject({ state: "in force", client: "meridian", provider: "tideway", from: "2024-04-01" });
    expect(
      read?.agreements.map(({ agreement, kind, now: last, signatures }) => ({
        agreement,
        kind,
        state: last?.state,
        effective: last?.effective,
        by: signatures.map(({ person, party }) => `${person} of ${party}`).sort(),
      })),
    ).toEqual(
      [
        { agreement: "applications-ola", kind: "OLA" },
        { agreement: "meridian-sla", kind: "SLA" },
        { agreement: "oakrack-uc", kind: "UC" },
        { agreement: "platform-ola", kind: "OLA" },
        { agreement: "quillnet-uc", kind: "UC" },
      ].map((one) => ({
        ...one,
        ...{ state: "signed", effective: "2024-04-01" },
        by: ["callum-reyes of tideway", "hester-quayle of meridian"],
      })),
    );
  });

  test("the stored text gives the very document, mappings and stated facts that the desk reads of the folder", async () => {
    const opened = await openContract(folder);
    const stored = await asSystem((unit) => loadDocument(unit, contract, 1));
    expect(stored).toEqual(opened.document);
    expect(namesInOrder(stored)).toEqual(namesInOrder(opened.document));
    const inForce = await asSystem((unit) => documentInForce(unit, contract));
    expect(inForce).toEqual({ version: 1, document: opened.document });
    const shipped = await shippedMappings();
    expect(await asSystem((unit) => mappingsInForce(unit, shipped))).toEqual(opened.mappings);
    const files = await asSystem((unit) => statedFiles(unit, contract, now));
    const facts = opened.document && statedFacts(opened.document, opened.stated);
    expect(facts?.entered).toHaveLength(24);
    // An entry that lies in the database is known by its list, not by the file it came in.
    expect(withoutFiles(statedFacts(stored, files))).toEqual(withoutFiles(facts));
  });

  test("the matrix has a holder for every part, and nobody holds what one person must not", async () => {
    const { holdings } = await asSystem(loadStaff);
    const findings = lintMatrix(defaultMatrix, { holdings, contract, at: now }, defaultUnions);
    expect(findings.filter(({ weight }) => weight === "error")).toEqual([]);
  });

  test("the client sees the contract and its SLA, and neither the text nor OLAs and UCs nor anybody else's people", async () => {
    await as("marlon-adebisi", async (unit) => {
      expect((await readContract(unit, contract))?.agreements.map(({ agreement }) => agreement)).toEqual([
        "meridian-sla",
      ]);
      expect(await loadTextHeads(unit, contract)).toEqual([]);
      expect(await loadText(unit, contract, 1)).toBeNull();
      expect((await loadParties(unit)).map(({ party }) => party)).toEqual(["meridian", "tideway"]);
      const people = await readPeople(unit);
      expect(people.map(({ person }) => person)).toEqual(["hester-quayle", "marlon-adebisi"]);
      expect(people.flatMap(({ person, holdings }) => holdings.map(({ role }) => [person, role]))).toEqual([
        ["marlon-adebisi", "CR"],
      ]);
    });
  });

  test.each([
    ["lorcan-finch", "quillnet-uc", ["quillnet", "tideway"], ["lorcan-finch"]],
    ["petra-osgood", "oakrack-uc", ["oakrack", "tideway"], ["petra-osgood"]],
    ["cerys-maddox", "platform-ola", ["platform", "tideway"], ["cerys-maddox"]],
  ])("%s sees %s with its signatures and nothing else", async (person, agreement, parties, people) => {
    await as(person, async (unit) => {
      expect(await loadContracts(unit)).toEqual([]);
      expect(await readContract(unit, contract)).toBeNull();
      const agreements = await readAgreements(unit, contract);
      expect(agreements.map((one) => [one.agreement, one.signatures.length])).toEqual([[agreement, 2]]);
      expect(await loadTextHeads(unit, contract)).toEqual([]);
      expect((await loadParties(unit)).map(({ party }) => party)).toEqual(parties);
      expect((await readPeople(unit)).map((one) => one.person)).toEqual(people);
      // What measuring asks as the program itself does not depend on who asks.
      expect(await textInForce(unit, contract)).toBe(1);
    });
  });

  test("another tenant sees nothing of it", async () => {
    const other = { tenant: "00000000-0000-7000-8000-000000000002", person: "freya-lindqvist", party: "tideway" };
    await store.gate.unit({ ...other, side: "provider" }, async (unit) => {
      expect(await loadContracts(unit)).toEqual([]);
      expect(await readAgreements(unit, contract)).toEqual([]);
      expect(await loadTextHeads(unit, contract)).toEqual([]);
      expect(await loadParties(unit)).toEqual([]);
      expect(await readPeople(unit)).toEqual([]);
    });
  });
});

/** The names of all entries in the order in which they stand. */
const namesInOrder = (value: unknown): unknown =>
  typeof value !== "object" || value === null
    ? 0
    : Object.entries(value).map(([name, one]) => [name, namesInOrder(one)]);

/** The same with no name of a file in any source. */
const withoutFiles = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutFiles);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== "file");
  return Object.fromEntries(entries.map(([name, one]) => [name, withoutFiles(one)]));
};
