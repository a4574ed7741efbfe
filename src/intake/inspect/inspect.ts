import type { Problem } from "../../wire/agreement/problem.ts";
import type { Mapping } from "../../wire/mapping/mapping.ts";
import { readMappings } from "../../wire/mapping/read-mappings.ts";
import { type FindingGroup, openLedger } from "../ledger.ts";
import { openRows } from "../read/open-rows.ts";
import type { RawRow } from "../read/row.ts";
import { nameOf, type OnProgress, type Source } from "../read/source.ts";
import { Refused } from "../refused.ts";
import { emptyProfile, type Profile, see } from "./profile.ts";
import { proposedYaml } from "./propose.ts";
import { type Sniffed, sniff } from "./sniff.ts";
import { type OrderGuess, orderOf } from "./stamp-evidence.ts";
import { type ColumnSeen, columnSeen, type Guess, understand } from "./understood.ts";

/** What a file shows of itself, and the mapping proposed for it. */
export interface Inspection {
  readonly file: string;
  readonly form: Sniffed;
  readonly rows: number;
  readonly columns: readonly ColumnSeen[];
  readonly stamps: OrderGuess;
  readonly missing: readonly string[];
  readonly gives: Guess<string>;
  readonly rowsAre: Guess<string>;
  /** The proposal, guesses marked in comments; empty for an iCalendar, which needs no mapping. */
  readonly yaml: string;
  /** The proposal read back; null where it needs a person first, with the reasons in `problems`. */
  readonly mapping: Mapping | null;
  readonly problems: readonly Problem[];
  /** What the readers found odd. */
  readonly groups: readonly FindingGroup[];
}

/** Rows looked at; a state that stands only later than that must be added by hand. */
const mostRows = 1_000_000;

/** Columns looked at; a list whose keys are ids has no end of them. */
const mostColumns = 2000;

/** Reads a file once and says what it seems to hold. A file that cannot be read at all throws `Refused`. */
export async function inspect(source: Source, onProgress?: OnProgress): Promise<Inspection> {
  const file = nameOf(source);
  const form = await sniff(source);
  const ledger = openLedger(file);
  const { rows, profiles } =
    form.kind === "icalendar" ? { rows: 0, profiles: [] } : await profiled({ source, form, onProgress }, ledger);
  const order = orderOf(profiles.map(({ stamps }) => stamps));
  const understood = understand({ file, form, rows, profiles, order });
  const missing = [
    ...new Set(
      profiles.flatMap(({ marks }) => [...marks.keys()].filter((mark) => mark !== "-" && !/^none$/i.test(mark))),
    ),
  ];
  const yaml = form.kind === "icalendar" || rows === 0 ? "" : proposedYaml(understood, missing);
  const { mappings, problems } =
    yaml === "" ? { mappings: {}, problems: [] } : readMappings({ name: "proposal.yaml", text: yaml });
  return {
    file,
    form,
    rows,
    columns: profiles.map((profile) => columnSeen(profile, understood)),
    stamps: order,
    missing,
    gives: understood.gives,
    rowsAre: understood.rows,
    yaml,
    mapping: Object.values(mappings)[0] ?? null,
    problems,
    groups: ledger.groups(),
  };
}

interface Looking {
  readonly source: Source;
  readonly form: Sniffed;
  readonly onProgress: OnProgress | undefined;
}

async function profiled({ source, form, onProgress }: Looking, ledger: ReturnType<typeof openLedger>) {
  const profiles = new Map<string, Profile>();
  let rows = 0;
  const kind = form.kind === "icalendar" ? "csv" : form.kind;
  const file = { kind, separator: form.separator, encoding: form.encoding, missing: [""] };
  try {
    const opened = await openRows({ source, file, ...(onProgress ? { onProgress } : {}) }, ledger);
    for (const name of (opened.columns ?? []).slice(0, mostColumns)) profiles.set(name, emptyProfile(name));
    for await (const row of opened.rows) {
      rows += 1;
      if (row.damage === null) look(profiles, row);
      else ledger.add({ code: row.damage.code, row: row.number, facts: row.damage.facts });
      if (rows >= mostRows) break;
    }
  } catch (error) {
    if (!(error instanceof Refused) || rows === 0) throw error;
    ledger.add({ code: error.code, weight: "error", row: rows, facts: error.facts });
  }
  return { rows, profiles: [...profiles.values()] };
}

function look(profiles: Map<string, Profile>, { cells }: RawRow): void {
  for (const name in cells) {
    let profile = profiles.get(name);
    if (profile === undefined && profiles.size >= mostColumns) continue;
    if (profile === undefined) {
      profile = emptyProfile(name);
      profiles.set(name, profile);
    }
    see(profile, cells[name] ?? "");
  }
}
