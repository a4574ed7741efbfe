import type { LowVolumeDocument } from "../../../engine/agreement/document/level.ts";
import type { Complaint } from "../problem.ts";
import { atKey, eachLevel } from "./rule.ts";

/** Allowed misses are counted where misses are allowed, and nowhere else. */
export const lowVolumeWhole = eachLevel(({ level, path }) => [
  ...complaints([...path, "low_volume"], level.low_volume),
  ...(level.stages ?? []).flatMap(({ low_volume }, index) =>
    complaints([...path, "stages", String(index), "low_volume"], low_volume),
  ),
]);

function complaints(path: readonly string[], low: LowVolumeDocument | undefined): readonly Complaint[] {
  if (low === undefined || (low.then === "allow misses") === (low.misses !== undefined)) return [];
  if (low.misses === undefined) {
    const message = "nothing says how many misses are allowed.";
    return [atKey(path, { code: "misses-missing", message, way_out: "Add for example 'misses: 1'." })];
  }
  const message = `'misses' means nothing where low volume is '${low.then}'.`;
  return [
    atKey([...path, "misses"], {
      code: "field-without-use",
      message,
      way_out: "Remove it, or write 'then: allow misses'.",
    }),
  ];
}
