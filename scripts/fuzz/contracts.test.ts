import { mkdtempSync, rmSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { openContract } from "../../src/desk/open-contract.ts";
import { shippedFolder } from "../../src/desk/shipped.ts";
import type { ContractDocument } from "../../src/engine/agreement/document/document.ts";
import type { RecordKind } from "../../src/engine/agreement/words.ts";
import { readAgreement } from "../../src/wire/agreement/load.ts";
import type { Problem } from "../../src/wire/agreement/problem.ts";
import { readZone } from "../../src/wire/zones.ts";
import { tries } from "../laws.ts";
import { libraryContracts, valueChange, withValues } from "./contract-text.ts";
import { changed, lawfulChange } from "./lawful-changes.ts";
import { randomFacts } from "./random-facts.ts";
import { goTheWholeWay } from "./whole-way.ts";
import { wounded, wounds } from "./wounds.ts";

const folder = mkdtempSync(join(tmpdir(), "underpin-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isZone = (id: string): boolean => readZone(id) !== null;
const read = (text: string) => readAgreement([{ name: "contract.yaml", text }], { isZone });

/** A contract that is refused says where, by which rule, and what to do. */
function placed(problems: readonly Problem[]): void {
  for (const { file, line, column, code, message } of problems) {
    expect([file.length > 0, line >= 1, column >= 1], message).toEqual([true, true, true]);
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(message).toMatch(/[.?]$/s);
  }
}

const kindsOf = ({ agreements }: ContractDocument): readonly RecordKind[] => {
  const levels = Object.values(agreements).flatMap(({ service_levels }) => Object.values(service_levels));
  return [...new Set(levels.flatMap(({ of }) => (of === undefined ? [] : [of])))];
};

describe("a contract on the disk that suffered", () => {
  const files = ["contract.yaml", "sla.yaml", "calendars.yaml", "catalogue.yaml", "mappings/desk.yaml", "relief.yaml"];

  test("the demo with one file wounded opens, or every mistake has its place", async () => {
    const own = join(folder, "demo");
    await cp(join(shippedFolder, "demo"), own, { recursive: true });
    const whole = await Promise.all(files.map(async (name) => [name, await readFile(join(own, name))] as const));
    const law = fc.asyncProperty(fc.constantFrom(...whole), wounds, async ([name, bytes], all) => {
      await writeFile(join(own, name), wounded(bytes, all));
      const { document, problems } = await openContract(own);
      await writeFile(join(own, name), bytes);
      placed(problems);
      expect(document !== null || problems.some(({ weight }) => weight === "error")).toBe(true);
    });
    await fc.assert(law, { numRuns: tries(40) });
  });

  test.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array(0)],
    ["no text", Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 256)],
    ["zeros", new Uint8Array(2000)],
    ["UTF-16", Buffer.from("underpin: 1\ncontract: {id: a}\n", "utf16le")],
    ["a mark of byte order", Buffer.from("\ufeffunderpin: 1\ncontract: {id: a}\n")],
    ["lone surrogates", Buffer.from("756e646572706" + "96e3a20eda080", "hex")],
    ["CR alone", Buffer.from("underpin: 1\rcontract:\r  id: a\r")],
  ])("%s is refused with its place", async (name, bytes) => {
    const own = join(folder, name.replaceAll(" ", "-"));
    await mkdir(own);
    await writeFile(join(own, "contract.yaml"), bytes);
    const { document, problems } = await openContract(own);
    expect([document, problems.length > 0]).toEqual([null, true]);
    placed(problems);
    await rm(own, { recursive: true });
  });
});

describe("a ready contract", () => {
  test.each(libraryContracts)("%s over any records gives lawful results and documents", (_name, text) => {
    const { document, problems } = read(text);
    if (document === null) throw new Error(JSON.stringify(problems));
    const law = fc.property(randomFacts(kindsOf(document)), (facts) => {
      goTheWholeWay({ document, facts, period: "2026-03" });
    });
    fc.assert(law, { numRuns: tries(3) });
  });

  test("under any rules, hours, times, periods and targets is measured over any records", () => {
    const law = fc.property(
      fc.constantFrom(...libraryContracts),
      lawfulChange,
      randomFacts(["incidents", "outages", "samples", "calls"]),
      ([, text], change, facts) => {
        const { document, problems } = read(changed(text, change));
        placed(problems);
        if (document !== null) goTheWholeWay({ document, facts, period: "2026-03" });
      },
    );
    fc.assert(law, { numRuns: tries(60) });
  });

  test("with its bytes and lines wounded never throws", () => {
    const law = fc.property(fc.constantFrom(...libraryContracts), wounds, ([, text], all) => {
      placed(read(new TextDecoder().decode(wounded(Buffer.from(text), all))).problems);
    });
    fc.assert(law, { numRuns: tries(150) });
  });

  test("with any of its values exchanged is refused with places, or measured all the same", () => {
    const changes = fc.array(valueChange, { minLength: 1, maxLength: 3 });
    const law = fc.property(
      fc.constantFrom(...libraryContracts),
      changes,
      randomFacts(["incidents", "outages", "samples"]),
      ([, text], all, facts) => {
        const { document, problems } = read(withValues(text, all));
        placed(problems);
        if (document !== null) goTheWholeWay({ document, facts, period: "2026-03" });
      },
    );
    fc.assert(law, { numRuns: tries(100) });
  });
});
