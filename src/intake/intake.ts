import type { Finding } from "../engine/finding/finding.ts";
import type { Fact } from "../engine/record/record.ts";
import type { Instant } from "../engine/time/instant.ts";
import type { Zone } from "../engine/time/zone.ts";
import type { Mapping } from "../wire/mapping/mapping.ts";
import { readZone } from "../wire/zones.ts";
import { applyMapping } from "./apply-mapping.ts";
import { type FindingGroup, openLedger } from "./ledger.ts";
import { planOf } from "./plan.ts";
import { openRows } from "./read/open-rows.ts";
import { nameOf, type OnProgress, type Source } from "./read/source.ts";
import type { Limits } from "./read/unpack.ts";
import type { Account } from "./row-book.ts";

/** What was taken from one file. used + repeated + held + left = rows, always. */
export interface Intake {
  readonly facts: readonly Fact[];
  /** The first 100 findings of each kind, in the order in which the kinds appeared. */
  readonly findings: readonly Finding[];
  /** The same by kind, with the full count of each. */
  readonly groups: readonly FindingGroup[];
  readonly account: Account;
  /** Fields that hold personal data, as the mapping says. */
  readonly personal: readonly string[];
}

export interface Taking {
  readonly source: Source;
  readonly mapping: Mapping;
  /** When these facts became known, unless the mapping names a column for it. */
  readonly learned: Instant;
  /** The zone of an id; the runtime's own data without it. */
  readonly zoneOf?: (id: string) => Zone | null;
  readonly onProgress?: OnProgress;
  readonly limits?: Limits;
}

/**
 * Reads one file by its mapping into facts. Odd data and damaged files end in findings, never in an exception;
 * only a path that cannot be opened throws. Nothing is taken from a file whose mapped columns are not all there.
 */
export async function takeIn(taking: Taking): Promise<Intake> {
  const { source, mapping, learned } = taking;
  const file = nameOf(source);
  const ledger = openLedger(file);
  const zone = (taking.zoneOf ?? readZone)(mapping.stamps.time_zone);
  if (zone === null) {
    ledger.add({ code: "unknown-zone", weight: "error", facts: { zone: mapping.stamps.time_zone } });
    return finished({ facts: [], file, mapping, groups: ledger.groups() });
  }
  const plan = planOf({ mapping, file, learned, zone });
  const { facts, book } = await applyMapping(plan, () => openRows({ ...taking, file: mapping.file }, ledger), ledger);
  return finished({ facts, file, mapping, groups: ledger.groups(), count: book.count() });
}

interface Parts {
  readonly facts: readonly Fact[];
  readonly file: string;
  readonly mapping: Mapping;
  readonly groups: readonly FindingGroup[];
  readonly count?: Omit<Account, "file">;
}

const nothing: Omit<Account, "file"> = { rows: 0, used: 0, repeated: 0, held: 0, left: 0, leftBecause: {} };

function finished({ facts, file, mapping, groups, count = nothing }: Parts): Intake {
  const personal = personalOf(mapping);
  return { facts, findings: groups.flatMap(({ first }) => first), groups, account: { file, ...count }, personal };
}

/** The fields of a mapping that hold personal data. */
export const personalOf = (mapping: Mapping): readonly string[] =>
  Object.entries(mapping.fields).flatMap(([name, rule]) =>
    typeof rule === "object" && "personal" in rule && rule.personal === true ? [name] : [],
  );
