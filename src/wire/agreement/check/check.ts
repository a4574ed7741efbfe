import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { amendmentsOf, documentAt } from "../../../engine/agreement/resolve/amended.ts";
import type { Day } from "../../../engine/time/civil.ts";
import type { Complaint } from "../problem.ts";
import { abandonedMissing } from "./abandoned-missing.ts";
import { amendmentFits } from "./amendment-fits.ts";
import { amendmentPath } from "./amendment-path.ts";
import { businessDayUnclear } from "./business-day-unclear.ts";
import { calendarMissing } from "./calendar-missing.ts";
import { calendarWhole } from "./calendar-whole.ts";
import { circle } from "./circle.ts";
import { clockWhole } from "./clock-whole.ts";
import { rulesOfPlans } from "./credits/rules-of-plans.ts";
import { currencyOfContract } from "./currency-of-contract.ts";
import { datesInOrder } from "./dates-in-order.ts";
import { fieldOfRecords } from "./field-of-records.ts";
import { holidayWhole } from "./holiday-whole.ts";
import { lowVolumeWhole } from "./low-volume-whole.ts";
import { markUnit } from "./mark-unit.ts";
import { measureWhole } from "./measure-whole.ts";
import { minimumAboveExpected } from "./minimum-above-expected.ts";
import { momentOfRecords } from "./moment-of-records.ts";
import { nothingPromised } from "./nothing-promised.ts";
import { noticeTooShort } from "./notice-too-short.ts";
import { partsSum } from "./parts-sum.ts";
import { quantityInText } from "./quantity-in-text.ts";
import type { Rule, Surroundings } from "./rule.ts";
import { rulesFit } from "./rules-fit.ts";
import { stepTooShort } from "./step-too-short.ts";
import { termOrder } from "./term-order.ts";
import { toolOfRecords } from "./tool-of-records.ts";
import { triggerFits } from "./trigger-fits.ts";
import { triggerMoney } from "./trigger-money.ts";
import { triggerWhole } from "./trigger-whole.ts";
import { underpinned } from "./underpinned.ts";
import { unknownBase } from "./unknown-base.ts";
import { unknownBlank } from "./unknown-blank.ts";
import { unknownLevel } from "./unknown-level.ts";
import { unknownReference } from "./unknown-reference.ts";
import { unknownRole } from "./unknown-role.ts";
import { unknownZone } from "./unknown-zone.ts";
import { weightsSum } from "./weights-sum.ts";
import { whoPromisesWhom } from "./who-promises-whom.ts";
import { windowFits } from "./window-fits.ts";

/** Rules that every version of the contract must keep. */
const ofEachVersion: readonly Rule[] = [
  ...[unknownReference, unknownLevel, unknownBase, unknownBlank, unknownRole, unknownZone],
  ...[circle, calendarWhole, holidayWhole, calendarMissing, windowFits],
  ...[
    measureWhole,
    clockWhole,
    momentOfRecords,
    fieldOfRecords,
    toolOfRecords,
    abandonedMissing,
    lowVolumeWhole,
    stepTooShort,
  ],
  ...[minimumAboveExpected, markUnit, businessDayUnclear, rulesFit, partsSum, nothingPromised, quantityInText],
  ...[
    whoPromisesWhom,
    termOrder,
    underpinned,
    weightsSum,
    triggerWhole,
    triggerFits,
    triggerMoney,
    currencyOfContract,
    datesInOrder,
  ],
  ...rulesOfPlans,
];

/** Rules about the amendments themselves. */
const ofHistory: readonly Rule[] = [amendmentFits, noticeTooShort];

/** Everything in a contract that breaks a rule, in its signed text and in every version since. */
export function check(document: ContractDocument, around: Surroundings): readonly Complaint[] {
  const history = broken(ofHistory, document, around);
  const sound = withoutUnsound(document, history);
  const signed = broken(ofEachVersion, document, around);
  const told = new Set(signed.map(said));
  const later = daysOf(sound).flatMap((day) =>
    broken(ofEachVersion, documentAt(sound, day), around)
      .filter((complaint) => !told.has(said(complaint)) && told.add(said(complaint)))
      .map((complaint) => amendmentPath(sound, complaint, day)),
  );
  return [...signed, ...later, ...history];
}

/** What an amendment makes of the contract is only looked at where the amendment itself can be carried out. */
function withoutUnsound(document: ContractDocument, history: readonly Complaint[]): ContractDocument {
  const unsound = history.filter(({ weight }) => weight !== "warning").map(({ path }) => path[1]);
  const sound = Object.entries(document.amendments).filter(([id]) => !unsound.includes(id));
  return { ...document, amendments: Object.fromEntries(sound) };
}

function broken(rules: readonly Rule[], document: ContractDocument, around: Surroundings): readonly Complaint[] {
  return rules.flatMap((rule) => rule(document, around));
}

/** The days on which the contract changes. */
function daysOf(document: ContractDocument): readonly Day[] {
  return [...new Set(amendmentsOf(document).map(({ effective }) => effective))];
}

const said = ({ path, code, message }: Complaint): string => [code, ...path, message].join("\n");
