import { moments } from "../../engine/agreement/words.ts";
import { fileShape, mappingShape } from "./mapping.ts";
import { messagesShape } from "./moments.ts";
import { stampsShape } from "./stamps.ts";
import { stateRule } from "./states.ts";

const fieldWords = ["column", "values", "others", "personal", "fixed"];

const inside: Readonly<Record<string, readonly string[]>> = {
  file: Object.keys(fileShape.shape),
  stamps: Object.keys(stampsShape.shape),
  states: Object.keys(stateRule.shape),
  moments,
  messages: Object.keys(messagesShape.shape),
  only_when: ["column", "is", "is_not", "because"],
  record: ["column", "each", "fixed", "file_name"],
  flag: fieldWords,
};

/** The words that may be written at a place of a mapping, for finding the nearest one. */
export function fieldsAt(path: readonly string[]): readonly string[] {
  const [first, second] = path;
  if (first === undefined) return Object.keys(mappingShape.shape);
  if (first === "fields") return second === undefined ? [] : fieldWords;
  if (first === "moments" && second !== undefined) return ["first", "state", "column"];
  if (first === "states" && second === "values") return ["waiting", "merged_into"];
  if (first === "messages" && second === "open") return ["column", "values"];
  return inside[first] ?? [];
}
