import { termsMayChange } from "../clocks/clock-terms.ts";
import type { Unit } from "../gate.ts";
import type { TextFile } from "./read-files.ts";

/** The lists of what people state, by the names that files give them. */
export const statedLists = ["relief", "entered", "disputes", "credit_entries"] as const;
export type StatedList = (typeof statedLists)[number];

/** One entry as a file writes it, every value a text; null where it was taken back. */
export interface StatedRow {
  readonly id: string;
  readonly list: StatedList;
  readonly entry: unknown;
  readonly learned: number;
  readonly by: string;
}

/** Adds entries, each as the next revision under its id. */
export async function addStated(unit: Unit, contract: string, rows: readonly StatedRow[]): Promise<void> {
  const { session, who } = unit;
  for (const { id, list, entry, learned, by } of rows) {
    await session.query(
      `insert into underpin.stated_facts
         (tenant_id, contract_id, stated_id, revision, list, entry, learned, by_person)
       select $1, $2, $3, coalesce(max(revision), 0) + 1, $4, $5, $6, $7 from underpin.stated_facts
       where tenant_id = $1 and contract_id = $2 and stated_id = $3`,
      [who.tenant, contract, id, list, entry === null ? null : JSON.stringify(entry), learned, by],
    );
  }
  const relief = rows.filter(({ list }) => list === "relief");
  if (relief.length > 0) await termsMayChange(unit, contract, Math.min(...relief.map(({ learned }) => learned)));
}

/** The entries of a contract as last revised by an instant, those that were taken back left out. */
export async function loadStated(
  { session, who }: Unit,
  contract: string,
  learnedUntil: number,
): Promise<readonly StatedRow[]> {
  const { rows } = await session.query(
    `select id, list, entry, learned, by from (
       select distinct on (stated_id) stated_id as id, list, entry, learned, by_person as by
       from underpin.stated_facts where tenant_id = $1 and contract_id = $2 and learned <= $3
       order by stated_id, revision desc) as last
     where entry is not null order by id collate "C"`,
    [who.tenant, contract, learnedUntil],
  );
  return rows as unknown as readonly StatedRow[];
}

/** The entries as files for the readers of stated facts: JSON is YAML. None for a list without entries. */
export async function statedFiles(unit: Unit, contract: string, learnedUntil: number): Promise<readonly TextFile[]> {
  const rows = await unit.asSystem((system) => loadStated(system, contract, learnedUntil));
  return statedLists.flatMap((list) =>
    filesOf(
      list,
      rows.filter((row) => row.list === list).map(({ entry }) => entry),
    ),
  );
}

/** A file of YAML has a greatest size, so a long list is cut into several. */
const entriesOfFile = 500;

const filesOf = (list: StatedList, entries: readonly unknown[]): readonly TextFile[] =>
  Array.from({ length: Math.ceil(entries.length / entriesOfFile) }, (_, at) => ({
    name: at === 0 ? `${list}.yaml` : `${list}-${at + 1}.yaml`,
    text: statedText(list, entries.slice(at * entriesOfFile, (at + 1) * entriesOfFile)),
  }));

/** Entries of a list as YAML, each on a line of its own below its bare key, as files of stated facts are known by. */
export const statedText = (list: StatedList, entries: readonly unknown[]): string =>
  `underpin: 1\n${list}:\n${entries.map((entry) => `  - ${JSON.stringify(entry)}\n`).join("")}`;
