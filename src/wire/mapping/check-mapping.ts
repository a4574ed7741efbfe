import type { Complaint } from "../agreement/problem.ts";
import { type Mapping, mappingShape } from "./mapping.ts";
import { sayIssue } from "./say-issue.ts";
import { senseOf } from "./sense.ts";

export interface CheckedMapping {
  /** Null when a complaint leaves no mapping to work with. */
  readonly mapping: Mapping | null;
  readonly complaints: readonly Complaint[];
}

/** Checks one mapping, every word of it; all scalars are texts, as `readTree` gives them. Paths begin at the mapping. */
export function checkMapping(written: unknown): CheckedMapping {
  const read = mappingShape.safeParse(written, { reportInput: true });
  if (!read.success)
    return { mapping: null, complaints: read.error.issues.flatMap((issue) => sayIssue(issue, written)) };
  const complaints = senseOf(read.data);
  return { mapping: complaints.length === 0 ? read.data : null, complaints };
}

export interface CheckedMappings {
  /** Those without a complaint, by id. */
  readonly mappings: Readonly<Record<string, Mapping>>;
  /** Paths begin with `mappings` and the id. */
  readonly complaints: readonly Complaint[];
}

/** Checks the `mappings` of a contract. */
export function checkMappings(written: Readonly<Record<string, unknown>>): CheckedMappings {
  const mappings: Record<string, Mapping> = {};
  const complaints: Complaint[] = [];
  for (const [id, each] of Object.entries(written)) {
    const checked = checkMapping(each);
    if (checked.mapping) mappings[id] = checked.mapping;
    for (const complaint of checked.complaints) {
      complaints.push({ ...complaint, path: ["mappings", id, ...complaint.path] });
    }
  }
  return { mappings, complaints };
}
