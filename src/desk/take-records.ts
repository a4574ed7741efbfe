import { stat } from "node:fs/promises";
import type { RecordKind } from "../engine/agreement/words.ts";
import { inOrder } from "../engine/record/history.ts";
import type { Fact, RecordEvent } from "../engine/record/record.ts";
import type { FileLine } from "../engine/report/report.ts";
import type { Instant } from "../engine/time/instant.ts";
import { type Intake, personalOf, takeIn } from "../intake/intake.ts";
import type { FindingGroup } from "../intake/ledger.ts";
import type { OnProgress } from "../intake/read/source.ts";
import type { Mapping } from "../wire/mapping/mapping.ts";
import { Refusal } from "../wire/refusal.ts";
import { type BulkRecords, bulkRecords } from "./fast/bulk-records.ts";
import type { ColumnsAsked } from "./fast/column-source.ts";
import type { Road } from "./fast/road.ts";
import { mayStayColumns, takeBulk } from "./fast/take-bulk.ts";
import { type Pseudonyms, withoutPersons } from "./pseudonyms.ts";

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
  /** Records of large files that stay columns; they are not among the facts. */
  readonly bulk: readonly BulkRecords[];
  /** Kinds that a file was read for, even one without a record. */
  readonly kinds: readonly RecordKind[];
  readonly groups: readonly FindingGroup[];
  readonly files: readonly FileLine[];
  /** What the mappings take for granted. */
  readonly assumes: readonly string[];
}

/** How files are taken in. */
export interface HowTaken {
  /** When the facts became known, unless a mapping names a column for it. */
  readonly learned: Instant;
  readonly road?: Road | null;
  /** What the levels ask of columns of a kind; absent: no file stays columns. */
  readonly askedOf?: (kind: RecordKind) => ColumnsAsked;
  readonly onProgress?: Progress | undefined;
}

/** Reads the files one after the other; a record told by several files has the events of all of them, each once. */
export async function takeRecords(files: readonly RecordFile[], how: HowTaken): Promise<Taken> {
  const all: (Omit<Intake, "findings"> & { readonly bulk: readonly BulkRecords[] })[] = [];
  const persons: Pseudonyms = new Map();
  for (const file of files) all.push(await takeFile(file, files, how));
  return {
    facts: joined(all.flatMap(({ facts, personal }) => withoutPersons(facts, personal, persons))),
    bulk: all.flatMap(({ bulk }) => bulk),
    kinds: [...new Set(files.map(({ mapping }) => mapping.gives))],
    groups: all.flatMap(({ groups }) => groups),
    files: all.map(({ account }) => account),
    assumes: [...new Set(files.flatMap(({ mapping }) => mapping.assumes))],
  };
}

async function takeFile(file: RecordFile, files: readonly RecordFile[], how: HowTaken) {
  const { path, mapping } = file;
  const { learned, onProgress, askedOf } = how;
  if ((await stat(path)).isDirectory())
    throw new Refusal("not-a-file", `${path} is a folder. Name the file of records in it.`);
  const progress: OnProgress = ({ bytes, of }) => onProgress?.(path, bytes, of);
  const taking = { source: { path }, mapping, learned, onProgress: progress };
  const found = await takeBulk(taking, how.road ?? null);
  if (found === null) return { ...(await takeIn(taking)), bulk: [] };
  if (askedOf && mayStayColumns(file, files)) {
    const bulk = bulkRecords(found, { kind: mapping.gives, asked: askedOf(mapping.gives), now: learned });
    return { facts: [], bulk: [bulk], personal: [], ...found.told() };
  }
  const facts = Array.from(found.all(), ({ fact }) => fact);
  return { facts, bulk: [], personal: personalOf(mapping), ...found.told() };
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
