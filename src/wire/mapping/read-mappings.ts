import { placed } from "../agreement/places.ts";
import type { Complaint, Problem } from "../agreement/problem.ts";
import { isTreeMap, readTree, type SourceFile, type TreeMap } from "../agreement/tree.ts";
import { checkMappings } from "./check-mapping.ts";
import type { Mapping } from "./mapping.ts";

export interface ReadMappings {
  /** Mappings without a problem, by id. */
  readonly mappings: Readonly<Record<string, Mapping>>;
  readonly problems: readonly Problem[];
}

/** Reads the mappings of one YAML file (`underpin: 1`, `mappings: {id: …}`). Never throws; every problem has its place. */
export function readMappings(source: SourceFile): ReadMappings {
  const { tree, places, problems } = readTree(source);
  if (problems.length > 0) return { mappings: {}, problems };
  const written = tree.mappings;
  const head = headComplaints(tree);
  const checked = isTreeMap(written) ? checkMappings(written) : { mappings: {}, complaints: [] };
  const complaints = [...head, ...checked.complaints];
  return { mappings: checked.mappings, problems: complaints.map((complaint) => placed(places, complaint)) };
}

function headComplaints({ underpin, mappings }: TreeMap): Complaint[] {
  const complaints: Complaint[] = [];
  if (underpin !== "1") {
    const way_out = "Begin the file with 'underpin: 1'.";
    complaints.push({
      path: ["underpin"],
      at: "key",
      code: "no-version",
      message: "The format's version is not written.",
      way_out,
    });
  }
  if (!isTreeMap(mappings)) {
    const way_out = "Add 'mappings' with one mapping under its id.";
    complaints.push({
      path: ["mappings"],
      at: "key",
      code: "missing-field",
      message: "The file has no mappings.",
      way_out,
    });
  }
  return complaints;
}
