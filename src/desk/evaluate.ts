import { levelTerms } from "../engine/agreement/resolve/level-terms.ts";
import { versionsOf } from "../engine/agreement/resolve/versions.ts";
import { evaluateAgreement } from "../engine/period/evaluate-agreement.ts";
import type { Result } from "../engine/period/result.ts";
import type { Span } from "../engine/time/span.ts";
import type { Job } from "./job.ts";
import type { World } from "./world.ts";

/** Every result of every agreement whose period ends within the span, under the contract as in force in `world`. */
export const evaluateContract = (job: Job, world: World, span: Span): readonly Result[] =>
  Object.keys(job.document.agreements).flatMap((id) => evaluateOne(job, id, { world, span }));

/** The same of one agreement. */
export function evaluateOne(
  job: Job,
  agreement: string,
  { world, span }: { readonly world: World; readonly span: Span },
): readonly Result[] {
  const versions = versionsOf(job.document, agreement);
  const levels = versions.flatMap(({ version }) => levelTerms(job.document, agreement, version.from));
  return evaluateAgreement({ ...job, ...world, facts: job.byKind, span, levels });
}
