import type { CreditPlanDocument } from "../engine/agreement/document/credit-plan.ts";
import type { ContractDocument } from "../engine/agreement/document/document.ts";
import { entry } from "../engine/agreement/document/written.ts";
import type { Money } from "../engine/agreement/quantity.ts";
import { documentAt } from "../engine/agreement/resolve/amended.ts";
import { monthOf, readMonth } from "../engine/credit/later/months.ts";
import { levelName } from "../engine/credit/written/written-plan.ts";
import { type Day, dayOf, writeDay } from "../engine/time/civil.ts";
import { closest } from "./agreement/closest.ts";
import type { Complaint } from "./agreement/problem.ts";
import type { WrittenEntry } from "./credit-entries-file.ts";

/** The contract as in force in the month of an entry, and the plan that it names; undefined where there is none. */
export interface InItsMonth {
  readonly contract: ContractDocument;
  readonly plan: CreditPlanDocument | undefined;
}

export function inItsMonth({ month, plan }: WrittenEntry, document: ContractDocument): InItsMonth {
  const contract = documentAt(document, firstDay(month));
  return { contract, plan: entry(contract.credit_plans, plan) };
}

/** An entry names what there is in the contract of its month, and says what its plan asks for. */
export function entryFits(
  written: WrittenEntry,
  at: readonly string[],
  { contract, plan }: InItsMonth,
): readonly Complaint[] {
  const ofPerson = known([...at, "by"], { id: written.by, among: Object.keys(contract.people), what: "person" });
  if (plan === undefined) {
    const among = Object.keys(contract.credit_plans);
    return [...known([...at, "plan"], { id: written.plan, among, what: "plan" }), ...ofPerson];
  }
  const place = { at, contract, plan };
  return [
    ...ofPerson,
    ...monthComplaints(written, place),
    ...levelComplaints(written, place),
    ...saysComplaints(written, place),
  ];
}

interface Place {
  readonly at: readonly string[];
  readonly contract: ContractDocument;
  readonly plan: CreditPlanDocument;
}

function firstDay(month: string): Day {
  const [year, number] = month.split("-").map(Number);
  return dayOf(year ?? 0, number ?? 1, 1);
}

function monthComplaints({ month }: WrittenEntry, { at, contract, plan }: Place): readonly Complaint[] {
  const until = plan.until ?? contract.contract.until;
  const path = [...at, "month"];
  const complaint = { path, at: "value", code: "outside-term" } as const;
  if (firstDay(month) < plan.from) {
    const message = `the plan begins on ${writeDay(plan.from)}; the month has no credits.`;
    return [{ ...complaint, message, way_out: "Write a month that begins on that day or later." }];
  }
  if (readMonth(month) <= monthOf(until)) return [];
  return [{ ...complaint, message: `the plan ends on ${writeDay(until)}.`, way_out: "Write an earlier month." }];
}

function levelComplaints(written: WrittenEntry, { at, contract, plan }: Place): readonly Complaint[] {
  const { level, levels = [], chosen, group } = written;
  const among = Object.keys(entry(contract.agreements, plan.for)?.service_levels ?? {});
  const named = [
    ...(level === undefined ? [] : [{ level, path: [...at, "level"] }]),
    ...levels.map((one, index) => ({ level: one, path: [...at, "levels", String(index)] })),
  ];
  const unknown = named.flatMap(({ level: one, path }) => {
    const [agreement, id = ""] = levelName(plan, one).split("/");
    return agreement === plan.for && among.includes(id) ? [] : known(path, { id: one, among, what: "level" });
  });
  const isChosen = chosen === undefined || levels.some((one) => levelName(plan, one) === levelName(plan, chosen));
  return [
    ...unknown,
    ...(isChosen ? [] : known([...at, "chosen"], { id: chosen, among: levels, what: "level of the event" })),
    ...needsLevel(written, at),
    ...(group !== undefined && level === undefined ? [missing(at, "'group' is one of a level.", "level")] : []),
    ...(written.event !== undefined && levels.length < 2
      ? [missing(at, "an event is of two levels or more.", "levels")]
      : []),
  ];
}

/** Credits, facts and disputes are of a level; bases, claims and events are of the month. */
function needsLevel(written: WrittenEntry, at: readonly string[]): readonly Complaint[] {
  const { base, amount, facts, claim, event, disputed, level } = written;
  const isOfLevel = (amount !== undefined && base === undefined) || facts !== undefined || disputed !== undefined;
  if (isOfLevel && level === undefined) return [missing(at, "it is not said of which level.", "level")];
  const isOfMonth = base !== undefined || claim !== undefined || event !== undefined;
  if (!isOfMonth || level === undefined) return [];
  const message = "what it says is of the month, not of one level.";
  return [{ path: [...at, "level"], at: "key", code: "field-without-use", message, way_out: "Remove it." }];
}

const missing = (path: readonly string[], message: string, field: string): Complaint => ({
  ...{ path, at: "key", code: "missing-field", message },
  way_out: `Add '${field}'.`,
});

function saysComplaints(written: WrittenEntry, place: Place): readonly Complaint[] {
  const { base, amount, flag, claim, waived } = written;
  const { at, plan } = place;
  const entered = Object.entries(plan.bases).flatMap(([id, one]) => (one.entered === undefined ? [] : [id]));
  return [
    ...(base === undefined ? [] : known([...at, "base"], { id: base, among: entered, what: "base that is entered" })),
    ...(flag === undefined ? [] : known([...at, "flag"], { id: flag, among: flagsOf(plan), what: "flag of the plan" })),
    ...(amount ? currencyComplaints([...at, "amount"], amount, place) : []),
    ...(waived ? currencyComplaints([...at, "waived"], waived, place) : []),
    ...(waived ? belowZero([...at, "waived"], waived) : []),
    ...(amount && base === undefined ? belowZero([...at, "amount"], amount) : []),
    ...(claim !== undefined && plan.claimed_within === undefined
      ? [idle([...at, "claim"], "no claim is needed.")]
      : []),
    ...(amount !== undefined && base === undefined && !plan.awards.some(({ gives }) => gives.entered !== undefined)
      ? [idle([...at, "amount"], "no award of the plan is entered.")]
      : []),
  ];
}

const flagsOf = ({ awards, override }: CreditPlanDocument): readonly string[] => [
  ...(override ? [override.if] : []),
  ...awards.flatMap(({ times = [] }) => times.flatMap(({ flag }) => flag ?? [])),
];

function currencyComplaints(path: readonly string[], { currency }: Money, place: Place): readonly Complaint[] {
  const { plan, contract } = place;
  const own = plan.currency ?? contract.contract.currency;
  if (currency === own || (plan.rates ?? []).some(({ of }) => of === currency)) return [];
  const message = `the credits of this plan are in ${own}, and it has no rate of ${currency}.`;
  return [{ path, at: "value", code: "other-currency", message, way_out: `Write the amount in ${own}.` }];
}

/** A base can be below zero, as a credit note is; what is given or given up cannot. */
function belowZero(path: readonly string[], { amount }: Money): readonly Complaint[] {
  if (amount.n >= 0n) return [];
  const message = "an amount that is given or given up is not below zero.";
  return [{ path, at: "value", code: "money-unreadable", message, way_out: "Write it without the sign." }];
}

const idle = (path: readonly string[], message: string): Complaint => ({
  ...{ path, at: "key", code: "field-without-use", message, way_out: "Remove the entry.", weight: "warning" },
});

interface Known {
  readonly id: string;
  readonly among: readonly string[];
  readonly what: string;
}

/** The code is named after the first word: `unknown-plan`, `unknown-base`. */
function known(path: readonly string[], { id, among, what }: Known): readonly Complaint[] {
  if (among.includes(id)) return [];
  const close = closest(id, among);
  const way_out = close
    ? `Did you mean '${close}'?`
    : among.length > 0
      ? `There is ${among.join(", ")}.`
      : "There is none.";
  const code = `unknown-${what.split(" ")[0]}`;
  return [{ path, at: "value", code, message: `'${id}' is no ${what}.`, way_out }];
}
