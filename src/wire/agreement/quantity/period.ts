import { z } from "zod";
import type { PeriodTerms } from "../../../engine/agreement/terms.ts";
import { got, type Read, refused, scalar } from "../read.ts";
import { readSeconds } from "./time.ts";

const kinds = ["week", "month", "quarter", "year", "contract year"] as const;

function readFixed(text: string): Read<PeriodTerms> {
  const seconds = readSeconds(text);
  if (seconds !== null && seconds > 0) return got({ kind: "fixed", seconds });
  return refused("time-unreadable", `'${text}' is not a length of time.`, "Write for example 43200m or 720h.");
}

function readRolling(text: string): Read<PeriodTerms> {
  const match = /^(\d{1,4}) (days?|months?)$/.exec(text);
  if (match && Number(match[1]) > 0)
    return got({ kind: "rolling", count: Number(match[1]), of: match[2]?.startsWith("d") ? "days" : "months" });
  return refused(
    "time-unreadable",
    `'${text}' is not a count of days or months.`,
    "Write for example 30 days or 12 months.",
  );
}

/** `month`, `{fixed: 43200m}`, `{rolling: 30 days}`. */
export const period = z.union([
  z.enum(kinds).transform((kind): PeriodTerms => ({ kind })),
  z.strictObject({ fixed: scalar(readFixed, "43200m") }).transform(({ fixed }) => fixed),
  z.strictObject({ rolling: scalar(readRolling, "30 days") }).transform(({ rolling }) => rolling),
]);
