import { levelTerms } from "../engine/agreement/resolve/level-terms.ts";
import { versionsOf } from "../engine/agreement/resolve/versions.ts";
import { evaluateAgreement } from "../engine/period/evaluate-agreement.ts";
import type { Result } from "../engine/period/result.ts";
import type { Span } from "../engine/time/span.ts";
import type { Job } from "./job.ts";
import type { World } from "./world.ts";

/** Every result of every agreement whose period ends within the span, under the contract as in force in `world`. */
export function evaluateContract(job: Job, world: World, span: Span): readonly Result[] {
  const evidence = { ...job, ...world, facts: job.byKind, span };
  return Object.keys(job.document.agreements).flatMap((id) => {
    const versions = versionsOf(job.document, id);
    const levels = versions.flatMap(({ version }) => levelTerms(job.document, id, version.from));
    return evaluateAgreement({ ...evidence, levels });
  });
}
