import type { LevelDocument } from "../../../engine/agreement/document/level.ts";
import { atValue, eachLevel } from "./rule.ts";

/** The shortest step, in seconds, in which time can be cut or samples be due: a period has to be walked in it. */
const shortest: Readonly<Record<"slot" | "sampled_every", number>> = { slot: 60, sampled_every: 1 };

/** Slots and the spacing of samples are hours, minutes and seconds, and not too short to be walked. */
export const stepTooShort = eachLevel(({ level, path }) =>
  (["slot", "sampled_every"] as const).flatMap((field) => {
    const fault = faultOf(level, field);
    return fault === null ? [] : [atValue([...path, field], { code: "step-too-short", ...fault })];
  }),
);

function faultOf(level: LevelDocument, field: keyof typeof shortest): { message: string; way_out: string } | null {
  const step = level[field];
  if (step === undefined) return null;
  const way_out = `Write at least ${shortest[field]}s, such as 5m or 1h.`;
  if (step.kind !== "time") return { message: `'${field}' cannot be counted in days.`, way_out };
  return step.seconds < shortest[field] ? { message: `'${field}' is shorter than it can be.`, way_out } : null;
}
