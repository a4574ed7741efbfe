import type { RecordKind } from "../../engine/agreement/words.ts";
import type { Profile } from "./profile.ts";
import { isNumber, isStamp, isUnique } from "./profile.ts";
import { likeAnId, type Role, roleOf } from "./roles.ts";
import type { Sniffed } from "./sniff.ts";
import type { OrderGuess } from "./stamp-evidence.ts";

/** A guess with its reason; a person should look where it is not sure. */
export interface Guess<T> {
  readonly value: T;
  readonly sure: boolean;
  readonly reason: string;
}

/** Everything a look at a file gave. */
export interface Seen {
  readonly file: string;
  readonly form: Sniffed;
  readonly rows: number;
  readonly profiles: readonly Profile[];
  readonly order: OrderGuess;
}

/** Which column plays which role, and what the rows are. */
export interface Understood {
  readonly seen: Seen;
  readonly columns: Readonly<Record<string, Profile>>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly gives: Guess<RecordKind>;
  readonly rows: Guess<"one per change" | "one per record" | "one per sample">;
}

/** Chooses one column for each role and concludes what the file gives. */
export function understand(seen: Seen): Understood {
  const roles = new Map<string, Role>();
  for (const profile of seen.profiles) {
    const role = roleOf(profile);
    if (role) roles.set(profile.name, role);
  }
  const columns: Record<string, Profile> = {};
  for (const profile of [...seen.profiles].sort(byPreference)) {
    const role = roles.get(profile.name)?.role;
    if (role && !(role in columns) && profile.filled > 0) columns[role] = profile;
  }
  if (!columns.opened && columns.created) columns.opened = columns.created;
  const id = columns.record ? null : likeAnId(seen.profiles, seen.rows);
  const isSeries = columns.value !== undefined && columns.happened !== undefined && seen.profiles.length <= 6;
  if (id && !isSeries) {
    columns.record = id;
    roles.set(id.name, { role: "record", sure: false, reason: "it is filled in every row and no value stands twice" });
  }
  const gives = givesOf(seen, columns);
  return { seen, columns, roles, gives, rows: rowsOf(gives.value, columns) };
}

/** Among columns of one role the better name goes first: a downtime before any start, `opened` before `created`. */
function byPreference(a: Profile, b: Profile): number {
  const rank = ({ name }: Profile): number =>
    /downtime|outage|^number$|incident_state/i.test(name) ? 0 : /^sys_/i.test(name) ? 1 : 2;
  return rank(a) - rank(b);
}

function givesOf({ file, profiles, form }: Seen, columns: Understood["columns"]): Guess<RecordKind> {
  const names = profiles
    .map(({ name }) => name)
    .join(" ")
    .toLowerCase();
  const ids = [...(columns.record?.values.keys() ?? [])].slice(0, 50);
  if (columns.value && columns.happened && profiles.length <= 6)
    return surely("samples", "each row is a stamp and a number");
  if (columns.began && columns.ended)
    return surely("outages", `each record begins ('${columns.began.name}') and ends ('${columns.ended.name}')`);
  const prefix = prefixes.find(([pattern]) => ids.length > 0 && ids.every((id) => pattern.test(id)));
  if (prefix) return surely(prefix[1], `the ids look like '${ids[0]}'`);
  if (form.kind === "xes" && /problem/i.test(file)) return perhaps("problems", "the name of the file says so");
  if (/incident/.test(names)) return surely("incidents", "columns speak of incidents");
  if (columns.due && columns.offering && !columns.priority)
    return perhaps("requests", "rows have a type and a due date, but no priority");
  return perhaps("incidents", "nothing in the file says what it holds");
}

const prefixes: readonly (readonly [RegExp, RecordKind])[] = [
  [/^INC\d+$/, "incidents"],
  [/^PRB\d+$/, "problems"],
  [/^CHG\d+$/, "changes"],
  [/^(REQ|RITM|SCTASK)\d+$/, "requests"],
];

function rowsOf(gives: RecordKind, columns: Understood["columns"]): Understood["rows"] {
  if (gives === "samples") return surely("one per sample", "each row is one sample");
  const { record, happened } = columns;
  if (record && happened && !isUnique(record)) {
    return surely(
      "one per change",
      `values of '${record.name}' stand in several rows, each with its own '${happened.name}'`,
    );
  }
  if (!record) return perhaps("one per record", "no column looks like an id");
  if (isUnique(record)) return surely("one per record", `no value of '${record.name}' stands twice`);
  return perhaps(
    "one per record",
    `values of '${record.name}' stand in several rows, but no column says when a row was written`,
  );
}

const surely = <T>(value: T, reason: string): Guess<T> => ({ value, sure: true, reason });
const perhaps = <T>(value: T, reason: string): Guess<T> => ({ value, sure: false, reason });

/** One column as a person sees it. */
export interface ColumnSeen {
  readonly name: string;
  readonly looks: "stamps" | "numbers" | "text" | "nothing";
  readonly filled: { readonly part: number; readonly whole: number };
  readonly distinct: { readonly count: number; readonly more: boolean };
  readonly examples: readonly string[];
  /** Values with their counts, the most frequent first, where there are few. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly role: Role | null;
}

export function columnSeen(profile: Profile, { seen, roles }: Understood): ColumnSeen {
  const counted = [...profile.values].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  const looks = profile.filled === 0 ? "nothing" : isStamp(profile) ? "stamps" : isNumber(profile) ? "numbers" : "text";
  return {
    name: profile.name,
    looks,
    filled: { part: profile.filled, whole: seen.rows },
    distinct: { count: profile.values.size, more: profile.more },
    examples: counted.slice(0, 3).map(({ value }) => value.slice(0, 80)),
    values: profile.more || counted.length > 60 ? [] : counted,
    role: roles.get(profile.name) ?? null,
  };
}
