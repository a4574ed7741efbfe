import { z } from "zod";
import { addMappings, loadMappings, type OwnMapping } from "../../store/contracts/mappings.ts";
import type { TextFile } from "../../store/contracts/read-files.ts";
import { writeProblem } from "../../wire/agreement/problem.ts";
import { readMappings } from "../../wire/mapping/read-mappings.ts";
import { Refusal } from "../../wire/refusal.ts";
import { activity } from "../activity.ts";
import { isSameMapping } from "./same-mapping.ts";
import { textFile } from "./text/text-shapes.ts";

const input = z.strictObject({ file: textFile });
const output = z.object({ mappings: z.array(z.object({ mapping: z.string(), version: z.int() })) });

/** A new version of each mapping of a file that says something else than before. */
export const connectSystemsAndTools = activity({
  name: "connect systems and tools",
  summary: "Saves how the rows of a tool become records: a new version of each mapping in a file.",
  path: "/mappings",
  input,
  output,
  refusals: ["mapping-has-errors", "no-mappings", "nothing-changed"],
  about: ({ file }) => ({ contract: null, subject: file.name }),
  prepare: async (_, { file }) => mappingsIn(file),
  work: async ({ unit, now, startedBy, note }, { file }, ids) => {
    const known = await unit.asSystem(loadMappings);
    const changed = ids.filter((id) => !isSameMapping(id, file, known));
    if (changed.length === 0) throw new Refusal("nothing-changed", "The mappings say what they said before.");
    const rows = changed.map((mapping): OwnMapping => {
      const version = (known.find((one) => one.mapping === mapping)?.version ?? 0) + 1;
      return { mapping, version, file, at: now, by: startedBy.person };
    });
    await unit.asSystem((system) => addMappings(system, rows));
    const mappings = rows.map(({ mapping, version }) => ({ mapping, version }));
    note({ mappings });
    return { mappings };
  },
});

/** The ids of a file's mappings. Refused with every problem where one is an error. */
async function mappingsIn(file: TextFile): Promise<readonly string[]> {
  const { mappings, problems } = readMappings(file);
  if (problems.length > 0) {
    throw new Refusal("mapping-has-errors", `\n${problems.map(writeProblem).join("\n")}`, { problems });
  }
  const ids = Object.keys(mappings);
  if (ids.length === 0) throw new Refusal("no-mappings", `${file.name} holds no mapping. Add 'mappings' with one.`);
  return ids;
}
