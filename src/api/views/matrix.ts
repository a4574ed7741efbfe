import { z } from "zod";
import type { Activity } from "../../activities/activity.ts";
import { defaultUnions } from "../../activities/rasci/forbidden-unions.ts";
import { lintMatrix } from "../../activities/rasci/lint.ts";
import { matrixSentence } from "../../activities/rasci/lint-words.ts";
import type { MatrixRow } from "../../activities/rasci/matrix.ts";
import { loadStaff } from "../../activities/run/staff.ts";
import type { Instant } from "../../engine/time/instant.ts";
import { latestMatrix } from "../../store/people/matrices.ts";
import { name } from "../request/members.ts";
import { view } from "../view.ts";

const row = z.strictObject({
  step: z.string(),
  activity: z.string(),
  summary: z.string().nullable(),
  is_planned: z.boolean().describe("True where its work comes with a later version, so that nobody can start it"),
  inputs: z.array(z.string()),
  outputs: z.array(z.string()),
  R: z.array(z.string()).describe("Responsible: does it"),
  A: z.string().describe("Accountable: answers for it, and approves where approval is asked for"),
  S: z.array(z.string()).describe("Supporting: may prepare it"),
  C: z.array(z.string()).describe("Consulted: asked before"),
  I: z.array(z.string()).describe("Informed: told after"),
  done_by: z.string(),
  approval: z.string(),
  segregation: z.array(z.string()),
  waits: z.int().nullable().describe("Seconds that are waited for those who are asked"),
  routes: z.array(z.string()).describe("The requests that start it"),
});

const finding = z.strictObject({
  code: z.string(),
  weight: z.enum(["error", "warning", "note"]),
  activity: z.string().nullable(),
  text: z.string(),
});

interface World {
  readonly activities: readonly Activity[];
  readonly now: () => Instant;
}

/** The matrix in force. Holders are people of the provider's choosing, so only the provider reads what is odd of them. */
export const matrixView = ({ activities, now }: World) =>
  view({
    name: "matrix",
    path: "/matrix",
    summary: "The RASCI matrix in force: who does, approves, supports, is asked and is told, and what is odd about it.",
    input: z.strictObject({ contract: name.optional().describe("Whose holders count in what is found odd") }),
    output: z.strictObject({
      version: z.int().describe("0 where the tenant has the default"),
      rows: z.array(row),
      findings: z.array(finding),
    }),
    read: async (unit, { contract = null }) => {
      const { matrix, holdings } = await loadStaff(unit);
      const isInside = unit.who.side === "provider" || unit.who.side === "system";
      const holders = { holdings, contract, at: now() };
      const findings = isInside ? lintMatrix(matrix, holders, defaultUnions) : [];
      return {
        version: (await latestMatrix(unit))?.version ?? 0,
        rows: matrix.map((each) => rowOf(each, activities)),
        findings: findings.map((each) => ({
          code: each.code,
          weight: each.weight,
          activity: each.activity,
          text: matrixSentence(each),
        })),
      };
    },
  });

function rowOf(each: MatrixRow, activities: readonly Activity[]): z.output<typeof row> {
  const own = activities.filter((one) => one.name === each.activity);
  return {
    step: each.step,
    activity: each.activity,
    summary: own[0]?.summary ?? null,
    is_planned: own.length === 0,
    inputs: [...each.inputs],
    outputs: [...each.outputs],
    R: [...each.responsible],
    A: each.accountable,
    S: [...each.supporting],
    C: [...each.consulted],
    I: [...each.informed],
    done_by: each.doneBy,
    approval: each.approval,
    segregation: [...each.segregation],
    waits: each.consultation.waits ? each.consultation.within : null,
    routes: own.map(({ method = "POST", path }) => `${method} ${path}`),
  };
}
