import { type Day, readDay } from "../engine/time/civil.ts";
import type { Instant } from "../engine/time/instant.ts";
import { instantOf, type Zone } from "../engine/time/zone.ts";
import type { Mapping } from "../wire/mapping/mapping.ts";
import { columnsOf } from "../wire/mapping/sense.ts";
import { type CellReader, cellReader, type FieldReader, fieldReader } from "./read-cell.ts";
import { type StateReader, stateReader } from "./read-state.ts";
import { type StampReader, stampReader } from "./stamp/stamp-reader.ts";

/** A mapping made ready to be applied to rows: every rule is a function of the cells. */
export interface Plan {
  readonly mapping: Mapping;
  readonly file: string;
  readonly learned: Instant;
  readonly stamp: StampReader;
  readonly missing: ReadonlySet<string>;
  readonly record: CellReader;
  /** A list of the row that gives one record each; null for one record a row. */
  readonly each: string | null;
  readonly fields: readonly { readonly name: string; readonly read: FieldReader }[];
  readonly state: StateReader | null;
  readonly opened: string | null;
  /** Moments that stand in a column, without `opened`. */
  readonly stamped: readonly { readonly moment: string; readonly column: string }[];
  /** Moments read from the states. */
  readonly entered: readonly { readonly moment: string; readonly word: string; readonly once: boolean }[];
  readonly from: Instant;
  readonly until: Instant;
  /** Columns the mapping reads. */
  readonly columns: readonly string[];
}

export interface PlanParts {
  readonly mapping: Mapping;
  readonly file: string;
  readonly learned: Instant;
  readonly zone: Zone;
}

/** Compiles a mapping for one file. */
export function planOf(parts: PlanParts): Plan {
  const { mapping, file, learned, zone } = parts;
  const missing = new Set(["", ...mapping.file.missing]);
  const { record, fields, states, moments } = mapping;
  const opened = typeof fields.opened === "string" ? fields.opened : columnOf(moments.opened);
  const rules = Object.entries(fields).filter(([name]) => name !== "opened");
  const flag = mapping.flag === undefined ? [] : [["flag", mapping.flag] as const];
  return {
    mapping,
    file,
    learned,
    stamp: stampReader(mapping.stamps, zone),
    missing,
    record: cellReader(record, file, missing),
    each: typeof record === "object" && "each" in record ? record.each : null,
    fields: [...rules, ...flag].map(([name, rule]) => ({ name, read: fieldReader(rule, missing) })),
    state: states ? stateReader(states, missing) : null,
    opened,
    ...momentsOf(mapping),
    ...spanOf(mapping, zone),
    columns: columnsOf(mapping),
  };
}

const columnOf = (rule: object | undefined): string | null =>
  rule !== undefined && "column" in rule ? String(rule.column) : null;

function momentsOf({ moments }: Mapping): Pick<Plan, "stamped" | "entered"> {
  const rules = Object.entries(moments).flatMap(([moment, rule]) => (rule ? [{ moment, rule }] : []));
  return {
    stamped: rules.flatMap(({ moment, rule }) =>
      "column" in rule && moment !== "opened" ? [{ moment, column: rule.column }] : [],
    ),
    entered: rules.flatMap(({ moment, rule }): Plan["entered"] => {
      if ("first" in rule) return [{ moment, word: rule.first, once: true }];
      return "state" in rule ? [{ moment, word: rule.state, once: false }] : [];
    }),
  };
}

function spanOf({ from, until }: Mapping, zone: Zone): { from: Instant; until: Instant } {
  const start = from === undefined ? null : readDay(from);
  const last = until === undefined ? null : readDay(until);
  return {
    from: start === null ? (Number.NEGATIVE_INFINITY as Instant) : instantOf(zone, { day: start, second: 0 }),
    until:
      last === null ? (Number.POSITIVE_INFINITY as Instant) : instantOf(zone, { day: (last + 1) as Day, second: 0 }),
  };
}
