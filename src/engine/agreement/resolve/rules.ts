import type { AgreementDocument } from "../document/agreement.ts";
import type { ContractDocument } from "../document/document.ts";
import type { LevelDocument } from "../document/level.ts";
import type { RulesDocument } from "../document/rules.ts";
import { entry } from "../document/written.ts";
import { type Rules, usualRules } from "../rules.ts";

const names = Object.keys(usualRules) as (keyof Rules)[];

/** What a level's rules are read from. */
export interface RuleSources {
  readonly document: ContractDocument;
  readonly agreement: AgreementDocument;
  readonly level: LevelDocument;
}

/** The rules in force for a level: the nearest written one, of clock, level, agreement and contract, else the usual. */
export function rulesOf(sources: RuleSources): Rules {
  const { kind } = sources.agreement;
  const usual: Rules = kind === "SLA" ? usualRules : { ...usualRules, on_transfer: "starts afresh" };
  return Object.assign({}, usual, ...chains(sources).map(said).reverse());
}

/** Names of the rules that somebody wrote for this level, so that a reader can tell terms from defaults. */
export function writtenRules(document: ContractDocument, agreementId: string, levelId: string): ReadonlySet<string> {
  const agreement = entry(document.agreements, agreementId);
  const level = entry(agreement?.service_levels, levelId);
  if (agreement === undefined || level === undefined) return new Set();
  return new Set(chains({ document, agreement, level }).flatMap((written) => Object.keys(said(written))));
}

/** The nearest first. */
function chains({ document, agreement, level }: RuleSources): readonly RulesDocument[] {
  return [level.clock ?? {}, level, level.rules ?? {}, agreement.rules ?? {}, document.contract.rules ?? {}];
}

/** The rules among the fields of a section, and only those that are written. */
function said(written: RulesDocument): Partial<Rules> {
  return Object.fromEntries(names.flatMap((name) => (written[name] === undefined ? [] : [[name, written[name]]])));
}
