import { z } from "zod";
import { addMatrix, latestMatrix } from "../../store/people/matrices.ts";
import { Refusal } from "../../wire/refusal.ts";
import { activity, type Context } from "../activity.ts";
import { defaultMatrix } from "../rasci/default-matrix.ts";
import { editMatrix } from "../rasci/edit.ts";
import { defaultUnions } from "../rasci/forbidden-unions.ts";
import { lintMatrix } from "../rasci/lint.ts";
import { type MatrixDocument, matrixDocument } from "../rasci/matrix-document.ts";
import type { MatrixFinding } from "../rasci/matrix-finding.ts";
import { loadStaff } from "../run/staff.ts";

const input = z.strictObject({
  /** The version it was made from; 0 is the default. */
  based_on: z.int().min(0),
  document: matrixDocument,
});

const finding = z.object({
  code: z.string(),
  weight: z.enum(["error", "warning", "note"]),
  activity: z.string().nullable(),
  facts: z.record(z.string(), z.string()),
});
const output = z.object({ version: z.int(), findings: z.array(finding) });

type Input = z.output<typeof input>;

/** A new version of who does, approves, supports, is asked and is told. Refused where it brings an error. */
export const keepTheRasciMatrix = activity({
  name: "keep the RASCI matrix",
  summary: "Saves a version of the RASCI matrix as changes to the default, with what is odd about it.",
  path: "/matrix",
  method: "PUT",
  input,
  output,
  refusals: ["matrix-version-stale", "matrix-has-errors"],
  about: () => ({ contract: null, subject: "RASCI matrix" }),
  rule: async (context, asked) => {
    await lintedMatrix(context, asked);
  },
  work: async (context, asked) => {
    const { unit, now, startedBy } = context;
    const findings = await lintedMatrix(context, asked);
    const version = asked.based_on + 1;
    await addMatrix(unit, { version, document: asked.document, at: now, by: startedBy.person });
    context.note({ version });
    return { version, findings: findings.map((one) => ({ ...one, facts: { ...one.facts } })) };
  },
});

/** Errors of who holds what, which giving a role mends, for a single contract too. They are told and refuse nothing. */
const ofHolders: readonly string[] = ["absent-holder", "nobody-else-to-approve", "forbidden-union"];

/** What is odd about the matrix. Refused where it was made from an older one, or has errors that were not there. */
async function lintedMatrix({ unit, now }: Context, { based_on, document }: Input): Promise<readonly MatrixFinding[]> {
  const latest = (await latestMatrix(unit))?.version ?? 0;
  if (based_on !== latest) {
    throw new Refusal("matrix-version-stale", `Version ${latest} is the latest. Make the change on that one.`, {
      latest,
    });
  }
  const { matrix: before, holdings } = await loadStaff(unit);
  const holders = { holdings, contract: null, at: now };
  const lint = (matrix: typeof before) => lintMatrix(matrix, holders, defaultUnions);
  const findings = lint(editMatrix(defaultMatrix, (document as MatrixDocument).changes).matrix);
  const known = new Set(lint(before).map((one) => JSON.stringify(one)));
  const errors = findings.filter(
    (one) => one.weight === "error" && !ofHolders.includes(one.code) && !known.has(JSON.stringify(one)),
  );
  if (errors.length > 0) {
    const places = errors.map(({ code, activity: name }) => (name === null ? code : `${code} in "${name}"`));
    throw new Refusal("matrix-has-errors", `The process could not run so: ${places.join("; ")}.`, { findings: errors });
  }
  return findings;
}
