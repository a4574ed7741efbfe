import type { Day } from "../../time/civil.ts";
import type { RulesDocument } from "./rules.ts";
import type { Term } from "./written.ts";

/** The `contract` section: who agreed, for how long, in which zone and currency. */
export interface ContractSection {
  readonly id: string;
  readonly title: string;
  readonly reference?: string | undefined;
  readonly client: string;
  readonly supplier: string;
  readonly signed?: Day | undefined;
  readonly from: Day;
  /** The last day, included. */
  readonly until: Day;
  readonly notice_to_end?: Term | undefined;
  readonly time_zone: string;
  readonly currency: string;
  readonly law?: string | undefined;
  /** A language tag such as `en-GB`, which is also the default. */
  readonly language?: string | undefined;
  readonly rules?: RulesDocument | undefined;
}
