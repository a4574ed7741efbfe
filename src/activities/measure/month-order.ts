import type { Instant } from "../../engine/time/instant.ts";
import { loadStates } from "../../store/contracts/agreements.ts";
import { loadFiles } from "../../store/contracts/load-document.ts";
import type { TextFile } from "../../store/contracts/read-files.ts";
import { statedFiles } from "../../store/contracts/stated-facts.ts";
import { endsOf, versionInForce } from "../../store/contracts/text-in-force.ts";
import { loadTextHeads } from "../../store/contracts/texts.ts";
import type { Unit } from "../../store/gate.ts";
import { loadPacks } from "../../store/packs/load-packs.ts";
import { factsSeen } from "../../store/results/facts-seen.ts";
import { readTakings, type Takings } from "../../store/results/read-takings.ts";
import { Refusal } from "../../wire/refusal.ts";
import type { Preparing } from "../activity.ts";

/** What a month is asked for. */
export interface MonthAsked {
  readonly contract: string;
  /** `2026-03` */
  readonly period: string;
  /** Nothing is known of what happened at or after this instant; null: after the last record. */
  readonly knownUntil: Instant | null;
  /** What was learned later is left out. */
  readonly learnedUntil: Instant;
}

/** All that a month is measured from, as plain data that another thread can be given. */
export interface MonthOrder extends MonthAsked {
  readonly now: Instant;
  readonly engine: string;
  readonly files: readonly TextFile[];
  /** The last days of agreements that were ended. */
  readonly ends: ReadonlyMap<string, number>;
  readonly stated: readonly TextFile[];
  readonly packs: readonly Uint8Array[];
  readonly takings: Takings;
}

/** What was read, by which the work sees whether it still holds. */
export interface ReadMonth {
  readonly order: MonthOrder;
  readonly seen: string;
  readonly text: { readonly version: number; readonly sha256: string };
}

/** Reads what a month is measured from, in short units of work. */
export async function readMonth({ read, now, engine }: Preparing, asked: MonthAsked): Promise<ReadMonth> {
  const { contract, learnedUntil } = asked;
  const seen = await read((unit) => factsSeen(unit, contract));
  const { text, files, ends } = await read((unit) => readText(unit, contract));
  const stated = await read((unit) => statedFiles(unit, contract, learnedUntil));
  const takings = await read((unit) => readTakings(unit, contract, learnedUntil));
  const { packs } = await loadPacks(read, contract, now);
  return { seen, text, order: { ...asked, now, engine, files, ends, stated, packs, takings } };
}

async function readText(unit: Unit, contract: string) {
  const states = await loadStates(unit, contract);
  const heads = await loadTextHeads(unit, contract);
  const version = versionInForce(states, heads.at(-1)?.version ?? 0);
  const text = heads.find((head) => head.version === version);
  const files = await loadFiles(unit, contract, version);
  if (text === undefined || files === null)
    throw new Refusal("no-text", `There is no text of ${contract}. Set up the contract first.`);
  return { text: { version, sha256: text.sha256 }, files, ends: endsOf(states) };
}
