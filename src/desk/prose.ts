import { levelTerms } from "../engine/agreement/resolve/level-terms.ts";
import { writtenRules } from "../engine/agreement/resolve/rules.ts";
import { writeProse } from "../engine/report/prose/write-prose.ts";
import type { Prose } from "../engine/report/report.ts";
import { readDay } from "../engine/time/civil.ts";
import { openContract } from "./open-contract.ts";
import { Refusal } from "./refusal.ts";
import { worldAt } from "./world.ts";

/** The text of one service level. */
export interface LevelProse {
  readonly agreement: string;
  readonly level: string;
  readonly title: string;
  readonly prose: Prose;
}

/** The text of every service level of a contract as in force on a date (`2026-10-01`); on its first day without one. */
export async function proseOf(path: string, date: string | null): Promise<readonly LevelProse[]> {
  const { document } = await openContract(path);
  if (document === null)
    throw new Refusal("contract-has-errors", `${path} has errors. See them with: underpin check ${path}`);
  const day = date === null ? document.contract.from : readDay(date);
  if (day === null) throw new Refusal("no-such-date", `'${date}' is no date. Write it as 2026-10-01.`);
  const { contract } = worldAt(document, day);
  return Object.keys(document.agreements).flatMap((agreement) =>
    levelTerms(document, agreement, day).map((level) => {
      const written = writtenRules(document, agreement, level.id);
      return { agreement, level: level.id, title: level.title, prose: writeProse({ level, contract, written }) };
    }),
  );
}
