import type { Activity } from "./activity.ts";
import { amendAnAgreement } from "./agree/amend-an-agreement.ts";
import { approveAndSignAnAgreement } from "./agree/approve-and-sign-an-agreement.ts";
import { draftAUc } from "./agree/draft-a-uc.ts";
import { draftAnOla } from "./agree/draft-an-ola.ts";
import { draftAnSla } from "./agree/draft-an-sla.ts";
import { endAnAgreement } from "./agree/end-an-agreement.ts";
import { setCreditsAndWeights } from "./agree/set-credits-and-weights.ts";
import { approveCredits } from "./credit/approve-credits.ts";
import { disputeACredit } from "./credit/dispute-a-credit.ts";
import { proposeTheCreditStatement } from "./credit/propose-the-credit-statement.ts";
import { connectSystemsAndTools } from "./establish/connect-systems-and-tools.ts";
import { defineCalendars } from "./establish/define-calendars.ts";
import { keepTheRasciMatrix } from "./establish/keep-the-rasci-matrix.ts";
import { maintainTheServiceCatalogue } from "./establish/maintain-the-service-catalogue.ts";
import { setUpTheContract } from "./establish/set-up-the-contract.ts";
import { managePeopleAndRoles } from "./govern/manage-people-and-roles.ts";
import { correctARecord } from "./measure/correct-a-record.ts";
import { evaluateAPeriod } from "./measure/evaluate-a-period.ts";
import { takeInRecords } from "./measure/take-in-records.ts";
import { watchRunningClocks } from "./measure/watch-running-clocks.ts";
import { closeAPeriod } from "./report/close-a-period.ts";

/** Every activity that has code, in the order of the process. A row of the matrix without one is planned. */
export const allActivities: readonly Activity[] = [
  setUpTheContract,
  maintainTheServiceCatalogue,
  defineCalendars,
  connectSystemsAndTools,
  keepTheRasciMatrix,
  draftAnSla,
  draftAnOla,
  draftAUc,
  setCreditsAndWeights,
  approveAndSignAnAgreement,
  amendAnAgreement,
  endAnAgreement,
  takeInRecords,
  correctARecord,
  watchRunningClocks,
  evaluateAPeriod,
  closeAPeriod,
  proposeTheCreditStatement,
  approveCredits,
  disputeACredit,
  managePeopleAndRoles,
];
