import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { readAgreement } from "../../src/wire/agreement/load.ts";
import { writeProblem } from "../../src/wire/agreement/problem.ts";
import { readZone } from "../../src/wire/zones.ts";
import { evaluateCase, type Outcome } from "./evaluate-case.ts";
import type { Case, Row, Yaml, YamlMap } from "./row.ts";

const frame = parse(readFileSync(join(import.meta.dirname, "frame.yaml"), "utf8"), { schema: "failsafe" }) as YamlMap;

/** A row read as a contract of its own, each case a service level of it. */
export interface ReadRow {
  readonly problems: readonly string[];
  readonly outcomeOf: (one: Case) => Outcome;
}

/** Puts a row into the frame and reads it as any contract is read. */
export function readRow(row: Row): ReadRow {
  const levels = { agreements: { sla: { service_levels: levelsOf(row) } } };
  const contract = merged(merged(frame, row.contract ?? {}), levels);
  const text = stringify(contract, { lineWidth: 0, aliasDuplicateObjects: false });
  const isZone = (id: string): boolean => readZone(id) !== null;
  const { document, problems } = readAgreement([{ name: `${row.id}.yaml`, text }], { isZone });
  return { problems: problems.map(writeProblem), outcomeOf };

  function outcomeOf(one: Case): Outcome {
    if (document === null) throw new Error(`${row.id} cannot be read`);
    return evaluateCase({ document, agreement: "sla", level: idOf(row, one) }, one);
  }
}

const idOf = (row: Row, one: Case): string => `${row.id}-${(row.cases ?? []).indexOf(one) + 1}`;

const levelsOf = (row: Row): YamlMap =>
  Object.fromEntries((row.cases ?? []).map((one) => [idOf(row, one), { title: row.measures, ...one.level }]));

function merged(base: Yaml | undefined, more: YamlMap): YamlMap {
  if (!isMap(base)) return more;
  const inside = Object.entries(more).map(([key, value]) => [key, isMap(value) ? merged(base[key], value) : value]);
  return { ...base, ...Object.fromEntries(inside) };
}

const isMap = (value: Yaml | undefined): value is YamlMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);
