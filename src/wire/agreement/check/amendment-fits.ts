import { blockNames } from "../../../engine/agreement/document/amendment.ts";
import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { entry } from "../../../engine/agreement/document/written.ts";
import { type Amendment, amended, amendmentsOf } from "../../../engine/agreement/resolve/amended.ts";
import { writeDay } from "../../../engine/time/civil.ts";
import { closest } from "../closest.ts";
import type { Complaint } from "../problem.ts";
import { partsComplaints } from "./amendment-parts.ts";
import { atKey, atValue, type Rule } from "./rule.ts";

/** An amendment names one document, says what it does to it, and takes effect within its term, in order. */
export const amendmentFits: Rule = (document) => {
  let text: ContractDocument = document;
  return amendmentsOf(document).flatMap((amendment) => {
    const found = complaintsOf(text, amendment);
    text = amended(text, amendment);
    return [...found, ...orderComplaints(document, amendment)];
  });
};

function complaintsOf(text: ContractDocument, amendment: Amendment): readonly Complaint[] {
  const path = ["amendments", amendment.id];
  const { amends, changes, adds, removes } = amendment;
  const known = [...Object.keys(text.agreements), ...Object.keys(text.credit_plans), ...blockNames];
  if (!known.includes(amends)) {
    const close = closest(amends, known);
    const way_out = close ? `Did you mean '${close}'?` : `It may name ${known.join(", ")}.`;
    const message = `'${amends}' is not a document that can be amended.`;
    return [atValue([...path, "amends"], { code: "unknown-document", names: amends, message, way_out })];
  }
  if (changes === undefined && adds === undefined && removes === undefined) {
    const message = "this amendment changes nothing.";
    return [atKey(path, { code: "changes-nothing", message, way_out: "Add changes, adds or removes." })];
  }
  return [...termComplaints(text, amendment), ...partsComplaints(text, amendment)];
}

function termComplaints(text: ContractDocument, { id, amends, effective }: Amendment): readonly Complaint[] {
  const block = entry(text.agreements, amends) ?? entry(text.credit_plans, amends) ?? text.contract;
  const until = block.until ?? text.contract.until;
  if (block.from <= effective && effective <= until) return [];
  const message = `${writeDay(effective)} is not between ${writeDay(block.from)} and ${writeDay(until)}, the term of '${amends}'.`;
  return [
    atValue(["amendments", id, "effective"], { code: "outside-term", message, way_out: "Choose a day of the term." }),
  ];
}

/** Versions are counted in order of `effective`; one signed later that takes effect earlier would change history. */
function orderComplaints(document: ContractDocument, amendment: Amendment): readonly Complaint[] {
  const { id, amends, effective, signed } = amendment;
  const others = amendmentsOf(document, amends).filter((other) => other.id !== id);
  const path = ["amendments", id, "effective"];
  const same = others.find((other) => other.effective === effective && other.id < id);
  if (same) {
    const message = `'${same.id}' takes effect on the same day.`;
    return [atValue(path, { code: "same-day", message, way_out: "Make one amendment of the two.", weight: "warning" })];
  }
  const overtaken = others.find((other) => other.effective > effective && other.signed < signed);
  if (!overtaken) return [];
  const message = `'${overtaken.id}' was signed before this, but takes effect after it.`;
  return [
    atValue(path, {
      code: "out-of-order",
      message,
      way_out: "Check that both hold as they were meant.",
      weight: "warning",
    }),
  ];
}
