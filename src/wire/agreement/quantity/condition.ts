import { z } from "zod";
import type { Condition } from "../../../engine/agreement/selection.ts";
import { got, type Read, scalar } from "../read.ts";
import { directions, readMark } from "./mark.ts";

/** A word, or a mark where the text begins with a direction. */
function readCondition(text: string): Read<Condition> {
  if (!directions.some((words) => text === words || text.startsWith(`${words} `)))
    return got({ kind: "any of", values: [text] });
  const mark = readMark(text);
  return "value" in mark ? got({ kind: "mark", mark: mark.value }) : mark;
}

const words = z.array(z.string()).min(1).readonly();

/** A condition on a field: a word, a list (any of them), `{not: [...]}`, or a mark (`at least 4`). */
export const condition = z.union([
  scalar(readCondition, "A word, a list of words, {not: [...]}, or a mark such as at least 4"),
  words.transform((values): Condition => ({ kind: "any of", values })),
  z
    .strictObject({ not: z.union([words, z.string().transform((word): readonly string[] => [word])]) })
    .transform(({ not }): Condition => ({ kind: "none of", values: not })),
]);
