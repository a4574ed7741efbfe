import { type Finding, finding } from "../engine/finding/finding.ts";

/** All findings of one kind: how many there were, and the first of them with their rows. */
export interface FindingGroup {
  readonly code: string;
  /** What distinguishes it among findings of the same code, such as a column and a value. */
  readonly about: string;
  readonly weight: Finding["weight"];
  readonly total: number;
  readonly first: readonly Finding[];
}

export interface Entry {
  readonly code: string;
  readonly about?: string;
  readonly weight?: Finding["weight"];
  readonly row?: number;
  readonly record?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

/** Collects findings without letting a million of one kind fill the memory. */
export interface Ledger {
  readonly add: (entry: Entry) => void;
  readonly groups: () => readonly FindingGroup[];
}

/** Findings kept of one kind; the rest is counted. */
const kept = 100;
/** Kinds kept of one code; further ones are counted together. */
const kinds = 200;

/** A ledger for the findings of one file. */
export function openLedger(file: string): Ledger {
  const groups = new Map<
    string,
    { code: string; about: string; weight: Finding["weight"]; total: number; first: Finding[] }
  >();
  const perCode = new Map<string, number>();
  const groupOf = (entry: Entry) => {
    const about = entry.about ?? "";
    const found = groups.get(`${entry.code}\u0000${about}`);
    if (found) return found;
    const count = perCode.get(entry.code) ?? 0;
    if (count >= kinds && about !== "others") return groupOf({ ...entry, about: "others" });
    perCode.set(entry.code, count + 1);
    const group = { code: entry.code, about, weight: entry.weight ?? "warning", total: 0, first: [] };
    groups.set(`${entry.code}\u0000${about}`, group);
    return group;
  };
  const add = (entry: Entry): void => {
    const group = groupOf(entry);
    group.total += 1;
    if (group.first.length >= kept) return;
    group.first.push(
      finding(entry.code, {
        weight: entry.weight ?? "warning",
        source: { file, row: entry.row ?? 0 },
        record: entry.record ?? null,
        facts: entry.facts ?? {},
      }),
    );
  };
  return { add, groups: () => [...groups.values()] };
}
