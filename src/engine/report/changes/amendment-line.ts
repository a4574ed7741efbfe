import { blockNames } from "../../agreement/document/amendment.ts";
import type { ContractDocument } from "../../agreement/document/document.ts";
import { entry } from "../../agreement/document/written.ts";
import type { Amendment } from "../../agreement/resolve/amended.ts";
import { longDay } from "../words/dates.ts";
import { all } from "../words/list.ts";
import type { ChangeLine } from "./change-line.ts";
import type { ChangesInput, Texts } from "./changes-input.ts";
import { levelChanges } from "./level-changes.ts";
import { namesIn } from "./names-in.ts";
import { sectionChanges } from "./section-changes.ts";

/** An amendment with the text before and after it, and the version of its document before it. */
export interface Amending extends Texts {
  readonly amendment: Amendment;
  readonly kind: ChangeLine["kind"];
  readonly number: number;
}

/** An amendment in words: what it changes is read off the two texts, and may be nothing that shows. */
export function amendmentLine(change: Amending, { contractOf }: ChangesInput): ChangeLine {
  const { amendment, kind, number, after } = change;
  const names = namesIn(change);
  const { title, clause } = amendedPart(after, amendment.amends);
  return {
    kind,
    when: longDay(amendment.effective),
    title,
    versions: `version ${number} becomes version ${number + 1}`,
    source: { id: amendment.id, clause },
    reaches: entry(after.agreements, amendment.amends) ? reach[amendment.applies_to ?? "new records"] : null,
    by: signed(amendment, names),
    what: [...sectionChanges(change, names), ...levelChanges(change, contractOf)],
    reason: amendment.reason,
  };
}

/** Whose clocks follow the changed terms; a period is judged by the targets in force when it starts. */
const reach: Readonly<Record<NonNullable<Amendment["applies_to"]>, string>> = {
  "new records": "records that start from that day on",
  "open records too": "records that start from that day on, and those that are open then",
  "all records of the period": "all records of the period",
};

function signed(amendment: Amendment, names: Readonly<Record<string, string>>): string {
  const people = all(amendment.signed_by.map((id) => entry(names, id) ?? id));
  return `Signed on ${longDay(amendment.signed)}${people === "" ? "" : ` by ${people}`}.`;
}

interface Part {
  readonly title: string;
  readonly clause: string | null;
}

/** What an amendment names: an agreement, a credit plan, or a block of the contract. */
function amendedPart(document: ContractDocument, amends: string): Part {
  const named = entry(document.agreements, amends) ?? entry(document.credit_plans, amends);
  if (named !== undefined) return { title: named.title, clause: named.clause ?? null };
  const block = blockNames.find((name) => name === amends);
  return { title: block === undefined ? amends : blockTitles[block], clause: null };
}

const blockTitles: Readonly<Record<(typeof blockNames)[number], string>> = {
  contract: "The contract",
  calendars: "Calendars and special days",
  catalogue: "Service catalogue",
  improvement: "Improvement",
  reviews: "Reports and reviews",
};
