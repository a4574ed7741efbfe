import type { Day } from "../../time/civil.ts";
import type { Allowed } from "../quantity.ts";
import type { PeriodTerms } from "../terms.ts";
import type { LevelDocument } from "./level.ts";
import type { RulesDocument } from "./rules.ts";
import type { ById, Term, WarningAt } from "./written.ts";

/** An SLA (client), OLA (team) or UC (vendor) as written. */
export interface AgreementDocument {
  readonly kind: "SLA" | "OLA" | "UC";
  readonly title: string;
  readonly provider: string;
  readonly customer: string;
  readonly owner: string;
  readonly services: readonly string[];
  readonly from: Day;
  /** The last day, included; the contract's where none is written. */
  readonly until?: Day | undefined;
  readonly period: PeriodTerms;
  readonly service_levels: ById<LevelDocument>;
  readonly signed?: Day | undefined;
  readonly signed_by?: readonly string[] | undefined;
  readonly reference?: string | undefined;
  readonly clause?: string | undefined;
  readonly notice_to_end?: Term | undefined;
  readonly notice_of_change?: Term | undefined;
  /** Reported without verdicts before this day. */
  readonly commences?: Day | undefined;
  readonly rules?: RulesDocument | undefined;
  readonly warnings?: readonly WarningDocument[] | undefined;
  readonly relief?: ReliefSection | undefined;
}

export interface WarningDocument {
  readonly at: WarningAt;
  /** Roles. */
  readonly tell: readonly string[];
}

/** How relief is claimed and answered, and the closed list of its grounds. */
export interface ReliefSection {
  readonly claimed_within?: Allowed | undefined;
  readonly answered_within?: Allowed | undefined;
  readonly if_unanswered?: "refused" | "granted" | undefined;
  readonly grounds?: ById<GroundDocument> | undefined;
}

export interface GroundDocument {
  readonly title: string;
  readonly clause: string;
  readonly takes_out: "time" | "records";
  readonly evidence: readonly string[];
  readonly not_for?: readonly string[] | undefined;
  readonly claimed_within?: Allowed | undefined;
  readonly answered_within?: Allowed | undefined;
  readonly if_unanswered?: "refused" | "granted" | undefined;
}
