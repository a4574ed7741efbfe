import { stat } from "node:fs/promises";
import type { RecordKind } from "../engine/agreement/words.ts";
import { inOrder } from "../engine/record/history.ts";
import type { Fact, RecordEvent } from "../engine/record/record.ts";
import type { FileLine } from "../engine/report/report.ts";
import type { Instant } from "../engine/time/instant.ts";
import { type Intake, takeIn } from "../intake/intake.ts";
import type { FindingGroup } from "../intake/ledger.ts";
import type { OnProgress } from "../intake/read/source.ts";
import type { Mapping } from "../wire/mapping/mapping.ts";
import { type Pseudonyms, withoutPersons } from "./pseudonyms.ts";
import { Refusal } from "./refusal.ts";

/** A file of records and the mapping that reads it. */
export interface RecordFile {
  readonly path: string;
  readonly mapping: Mapping;
}

/** Bytes read of all bytes of one file. */
export type Progress = (file: string, done: number, total: number) => void;

/** Everything taken from some files, with the account of every row. */
export interface Taken {
  readonly facts: readonly Fact[];
  /** Kinds that a file was read for, even one without a record. */
  readonly kinds: readonly RecordKind[];
  readonly groups: readonly FindingGroup[];
  readonly files: readonly FileLine[];
  /** What the mappings take for granted. */
  readonly assumes: readonly string[];
}

/** Reads the files one after the other; a record told by several files has the events of all of them, each once. */
export async function takeRecords(
  files: readonly RecordFile[],
  learned: Instant,
  onProgress?: Progress,
): Promise<Taken> {
  const all: Intake[] = [];
  const persons: Pseudonyms = new Map();
  for (const { path, mapping } of files) {
    if ((await stat(path)).isDirectory())
      throw new Refusal("not-a-file", `${path} is a folder. Name the file of records in it.`);
    const progress: OnProgress = ({ bytes, of }) => onProgress?.(path, bytes, of);
    all.push(await takeIn({ source: { path }, mapping, learned, onProgress: progress }));
  }
  return {
    facts: joined(all.flatMap(({ facts, personal }) => withoutPersons(facts, personal, persons))),
    kinds: [...new Set(files.map(({ mapping }) => mapping.gives))],
    groups: all.flatMap(({ groups }) => groups),
    files: all.map(({ account }) => account),
    assumes: [...new Set(files.flatMap(({ mapping }) => mapping.assumes))],
  };
}

function joined(facts: readonly Fact[]): readonly Fact[] {
  const byRecord = Map.groupBy(facts, ({ kind, tool, id }) => JSON.stringify([kind, tool, id]));
  return [...byRecord.values()].map((same) => {
    const [first] = same as [Fact];
    return same.length === 1 ? first : { ...first, events: eachOnce(same.flatMap(({ events }) => events)) };
  });
}

/** The same change at the same instant is one event, whoever tells it twice. */
function eachOnce(events: readonly RecordEvent[]): readonly RecordEvent[] {
  const seen = new Set<string>();
  return inOrder(events).filter(({ happened, change }) => {
    const key = JSON.stringify([happened, change]);
    return !seen.has(key) && seen.add(key);
  });
}
