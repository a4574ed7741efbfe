import type { AgreementDocument } from "./agreement.ts";
import type { AmendmentDocument } from "./amendment.ts";
import type { CalendarDocument, HolidayDocument, MaintenanceWindowDocument } from "./calendars.ts";
import type { CatalogueSection } from "./catalogue.ts";
import type { ChargeDocument } from "./charge.ts";
import type { ContractSection } from "./contract.ts";
import type { CreditPlanDocument } from "./credit-plan.ts";
import type { DefinitionsSection } from "./definitions.ts";
import type { ImprovementSection } from "./improvement.ts";
import type { ReportDocument, ReviewDocument } from "./meetings.ts";
import type { PartyDocument, PersonDocument, TeamDocument, ToolDocument } from "./people.ts";
import type { UnderpinningSection } from "./underpinning.ts";
import type { ById } from "./written.ts";

/** A whole contract as written: the files of its folder joined, every quantity read. */
export interface ContractDocument {
  readonly underpin: "1";
  readonly contract: ContractSection;
  readonly parties: ById<PartyDocument>;
  readonly teams: ById<TeamDocument>;
  readonly people: ById<PersonDocument>;
  readonly tools: ById<ToolDocument>;
  readonly charges: ById<ChargeDocument>;
  readonly definitions: DefinitionsSection;
  readonly holidays: ById<HolidayDocument>;
  readonly calendars: ById<CalendarDocument>;
  readonly maintenance_windows: ById<MaintenanceWindowDocument>;
  readonly catalogue: CatalogueSection;
  readonly agreements: ById<AgreementDocument>;
  readonly underpinning: UnderpinningSection;
  readonly credit_plans: ById<CreditPlanDocument>;
  readonly improvement: ImprovementSection;
  readonly reports: ById<ReportDocument>;
  readonly reviews: ById<ReviewDocument>;
  readonly amendments: ById<AmendmentDocument>;
  /** Read by the schema of mappings, not here: the tree of the file with every scalar as its source text. */
  readonly mappings: ById<unknown>;
}
