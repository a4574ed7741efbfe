import { atKey, eachLevel } from "./rule.ts";

/** What an abandoned call counts as differs so much that it must be written. */
export const abandonedMissing = eachLevel(({ level, path }) => {
  if (level.of !== "calls" || level.measure !== "share in time" || level.abandoned !== undefined) return [];
  const message = "nothing says what a call counts as whose caller hung up.";
  return [
    atKey(path, { code: "abandoned-missing", message, way_out: "Add 'abandoned: missed', 'left out' or 'answered'." }),
  ];
});
