import { createHash, type Hash } from "node:crypto";
import {
  type BackupHead,
  type BackupTableEnd,
  backupFoot,
  backupHead,
  backupTable,
  backupTableEnd,
} from "../../wire/backup.ts";
import { Refusal } from "../../wire/refusal.ts";
import { type Manifest, mostBytes, mostRows } from "./manifest.ts";

/** Who takes the rows of a backup, table by table, a bounded number at once. */
export interface RowTaker {
  readonly head: (head: BackupHead) => Promise<void>;
  readonly table: (name: string, columns: readonly string[]) => Promise<void>;
  /** Rows of the table at hand, each a JSON array as a text. */
  readonly rows: (lines: readonly string[]) => Promise<void>;
}

/** Reads a backup line by line and checks counts and hashes. Refused where it is damaged, cut off or something else. */
export async function readBackup(lines: AsyncIterable<string>, taker: RowTaker): Promise<Manifest> {
  const given = lines[Symbol.asyncIterator]();
  const head = backupHead.safeParse(parsed(await next(given, "its first line")));
  if (!head.success) throw new Refusal("no-backup", "This file is no backup of Underpin, or of a later format.");
  await taker.head(head.data);
  const tables: BackupTableEnd[] = [];
  for (;;) {
    const said = parsed(await next(given, "its end"));
    const begin = backupTable.safeParse(said);
    if (begin.success) tables.push(await readTable(given, begin.data, taker));
    else return { ...head.data, tables: ended(said, tables) };
  }
}

type Lines = AsyncIterator<string>;

interface Begun {
  readonly table: string;
  readonly columns: readonly string[];
}

async function readTable(given: Lines, { table, columns }: Begun, taker: RowTaker): Promise<BackupTableEnd> {
  await taker.table(table, columns);
  const hash = createHash("sha256");
  let rows = 0;
  for (;;) {
    const { lines, last } = await someRows(given, table, hash);
    rows += lines.length;
    if (lines.length > 0) await taker.rows(lines);
    if (last !== null) return endOf(last, { end: table, rows, sha256: hash.digest("hex") });
  }
}

function endOf(line: string, found: BackupTableEnd): BackupTableEnd {
  const said = backupTableEnd.safeParse(parsed(line)).data;
  const { end: table, rows, sha256 } = found;
  if (said?.end !== table) throw damaged(`the end of ${table} is not where it should be`);
  if (said?.rows !== rows) throw damaged(`${table} has ${rows} rows and should have ${said?.rows}`);
  if (said?.sha256 !== sha256) throw damaged(`rows of ${table} are not those that were written`);
  return found;
}

/** Rows up to the end of the table, or as many as may be held at once. */
async function someRows(given: Lines, table: string, hash: Hash) {
  const lines: string[] = [];
  let bytes = 0;
  while (bytes < mostBytes && lines.length < mostRows) {
    const line = await next(given, `the rows of ${table}`);
    if (!line.startsWith("[")) return { lines, last: line };
    hash.update(`${line}\n`);
    lines.push(line);
    bytes += line.length;
  }
  return { lines, last: null };
}

function ended(said: unknown, tables: readonly BackupTableEnd[]): readonly BackupTableEnd[] {
  const foot = backupFoot.safeParse(said);
  if (!foot.success) throw damaged("a line says nothing that a backup says");
  if (JSON.stringify(foot.data.tables) !== JSON.stringify(tables)) throw damaged("its list of tables is another");
  return tables;
}

async function next(given: Lines, where: string): Promise<string> {
  const { value, done } = await given.next();
  if (done === true) throw damaged(`it ends before ${where}`);
  return value;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const damaged = (what: string): Refusal =>
  new Refusal("backup-damaged", `The backup is damaged: ${what}. Nothing was restored; use another copy.`);
