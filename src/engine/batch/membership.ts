import type { Member } from "./clock-class.ts";
import type { Columns } from "./columns.ts";

/** When a record is counted, and up to when its fields are known. */
interface Seen {
  readonly at: number;
  readonly until: number;
}

/** True where a level speaks of a record that is counted at an instant. */
export function speaksOf(columns: Columns, of: { member: Member; record: number }, seen: Seen): boolean {
  for (const { field, holds } of of.member.where) {
    if (holds[codeAt(columns, of.record, { field, at: seen.at, until: seen.until })] !== 1) return false;
  }
  return true;
}

/** True where a field has no value when a record is counted, nor later as far as is known. */
export const fieldMissing = (columns: Columns, record: number, of: Seen & { readonly field: number }): boolean =>
  codeAt(columns, record, of) === 0;

/** The last value at an instant; where there is none, the first later one known before `until`. */
function codeAt(
  { offsets, happened, what, value }: Columns,
  record: number,
  { field, at, until }: Seen & { readonly field: number },
): number {
  const end = offsets[record + 1] as number;
  let code = 0;
  for (let i = offsets[record] as number; i < end; i += 1) {
    const when = happened[i] as number;
    if (when > at && (code !== 0 || when >= until)) break;
    if (what[i] === field) code = value[i] as number;
  }
  return code;
}
