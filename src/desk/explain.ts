import { documentAt } from "../engine/agreement/resolve/amended.ts";
import { levelTerms } from "../engine/agreement/resolve/level-terms.ts";
import { writtenRules } from "../engine/agreement/resolve/rules.ts";
import type { Period, Result } from "../engine/period/result.ts";
import { type Checked, checkDerivation } from "../engine/report/explain/check-derivation.ts";
import { explainCredit } from "../engine/report/explain/credit/explain-credit.ts";
import type { Derivation } from "../engine/report/explain/derivation.ts";
import { recordNode } from "../engine/report/explain/explain-item.ts";
import { explainResult } from "../engine/report/explain/explain-result.ts";
import { numbered } from "../engine/report/explain/nodes.ts";
import type { ExplainContext } from "../engine/report/explain/setting.ts";
import { type WhyNot, whyNot } from "../engine/report/explain/why-not.ts";
import { wallAt } from "../engine/time/zone.ts";
import { Refusal } from "../wire/refusal.ts";
import { creditRuns } from "./credit-runs.ts";
import { evaluateContract, evaluateOne } from "./evaluate.ts";
import { monthsBefore } from "./report-periods.ts";
import type { ReadyJob } from "./run-job.ts";

/** A figure, or one record of it, as a tree, with what the checker says of the tree. */
export interface Explained {
  readonly tree: Derivation;
  readonly checked: Checked;
}

/** What a person asks to be opened. */
export interface ExplainOrder {
  readonly period: Period;
  /** `agreement/level`, or `agreement/level/group` for one service, component, site or priority. */
  readonly of: string;
  /** Records listed in each group; counts and sums always cover all. */
  readonly show: "all" | number;
}

/** Opens a result of a period, or the credit of a plan, down to the rows of the files. */
export function explainFigure(ready: ReadyJob, order: ExplainOrder): Explained {
  if (Object.hasOwn(ready.job.document.credit_plans, order.of)) return explainCreditOf(ready, order);
  const tree = explainResult(resultOf(ready, order), contextOf(ready, order));
  return { tree, checked: checkDerivation(tree) };
}

/** The credit of a plan in a month, with every failure it is paid for. */
function explainCreditOf(ready: ReadyJob, order: ExplainOrder): Explained {
  const { job } = ready;
  const run = creditRuns(job, order.period).find((months) => months[0]?.written.id === order.of);
  const month = run?.find(({ period }) => period.id === order.period.id);
  if (month === undefined) {
    throw new Refusal(
      "unknown-figure",
      `The plan '${order.of}' gives no credits for ${order.period.id}: name a month.`,
    );
  }
  const day = wallAt(job.zone, order.period.start).day;
  const all = evaluateOne(job, month.written.document.for, { world: job.worldAt(day), span: order.period });
  const paid = month.statement.lines.filter(({ given }) => given.n !== 0n);
  const failed = all.filter(({ level: { agreement, id }, group }) =>
    paid.some((line) => line.level === `${agreement}/${id}` && line.group === group),
  );
  const context = contextOf(ready, order);
  const results = failed.map((result) => explainResult(result, context));
  const before = run?.slice(0, run.indexOf(month)) ?? [];
  const tree = explainCredit({ month, contract: documentAt(job.document, day), before, results });
  return { tree, checked: checkDerivation(tree) };
}

/** Opens one record of a result: its place in the population and its clock. */
export function explainRecord(ready: ReadyJob, order: ExplainOrder, record: string): Explained {
  const result = resultOf(ready, order);
  const step = result.stages.find(({ measurement }) => measurement === result.measurement) ?? result.stages[0];
  const item = (step ?? result).measurement.items.find((each) => each.record === record);
  if (item === undefined) {
    throw new Refusal(
      "record-not-measured",
      `${order.of} has nothing to say of '${record}' in ${order.period.id}. Ask all levels: leave out --of.`,
    );
  }
  const setting = { ...contextOf(ready, order), level: result.level };
  const facts = result.level.of === null ? [] : (ready.job.byKind[result.level.of] ?? []);
  const factOf = (id: string) => facts.find((fact) => fact.id === id) ?? null;
  const tree = numbered(
    recordNode({ setting, under: result.level.id, within: step?.stage.within ?? null, factOf }, item, record),
  );
  return { tree, checked: checkDerivation(tree) };
}

/** For every service level, whether a record counted in the period or in the twelve months before it, or why not. */
export function explainEverywhere(ready: ReadyJob, period: Period, record: string): readonly WhyNot[] {
  const { job } = ready;
  const day = wallAt(job.zone, period.start).day;
  const start = monthsBefore(job, period, 12)[0]?.start ?? period.start;
  const results = evaluateContract(job, job.worldAt(day), { start, end: period.end });
  const levels = Object.keys(job.document.agreements).flatMap((id) => levelTerms(job.document, id, day));
  return whyNot({ record, results, levels }, contextOf(ready, { period, show: "all" }));
}

function resultOf({ job }: ReadyJob, { period, of }: ExplainOrder): Result {
  const results = evaluateContract(job, job.worldAt(wallAt(job.zone, period.start).day), period);
  const nameOf = ({ level, group }: Result): string =>
    [level.agreement, level.id, ...(group === null ? [] : [group])].join("/");
  const found = results.find((result) => nameOf(result) === of || nameOf(result).startsWith(`${of}/`));
  if (found) return found;
  throw new Refusal(
    "unknown-figure",
    `'${of}' has no figure in ${period.id}. There are: ${results.map(nameOf).join(", ")}.`,
  );
}

function contextOf({ job }: ReadyJob, { period, show }: Pick<ExplainOrder, "period" | "show">): ExplainContext {
  const world = job.worldAt(wallAt(job.zone, period.start).day);
  const written = Object.fromEntries(
    Object.entries(job.document.agreements).flatMap(([id, { service_levels }]) =>
      Object.keys(service_levels).map((level) => [`${id}/${level}`, writtenRules(job.document, id, level)] as const),
    ),
  );
  return { ...world, facts: job.byKind, written, show };
}
