import type { LevelDocument } from "../../../engine/agreement/document/level.ts";
import { closest } from "../closest.ts";
import { atValue, eachLevel } from "./rule.ts";

/** Every blank of a wording names a field that the level has, or its period. */
export const unknownBlank = eachLevel(({ level, path }) => {
  const blanks = [...(level.wording ?? "").matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const known = ["period", "services", "calendar", ...fieldsOf(level)];
  return blanks.flatMap((blank) => {
    if (known.includes(blank)) return [];
    const close = closest(blank, known);
    const way_out = close ? `Did you mean '{${close}}'?` : "Name a field that stands here, such as {expected}.";
    const message = `'{${blank}}' is not a field of this level.`;
    return [atValue([...path, "wording"], { code: "unknown-blank", message, way_out })];
  });
});

/** Names of fields and of what stands one level in: `agreed_downtime.at_most`. */
function fieldsOf(level: LevelDocument): readonly string[] {
  return Object.entries(level).flatMap(([name, value]) => {
    const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
    return [name, ...(isMap ? Object.keys(value).map((inner) => `${name}.${inner}`) : [])];
  });
}
