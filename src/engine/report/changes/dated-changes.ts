import type { ChargeDocument } from "../../agreement/document/charge.ts";
import type { ContractDocument } from "../../agreement/document/document.ts";
import { entry } from "../../agreement/document/written.ts";
import { documentAt } from "../../agreement/resolve/amended.ts";
import { compare, type Fraction } from "../../number/fraction.ts";
import type { Day } from "../../time/civil.ts";
import { longDay } from "../words/dates.ts";
import { shareText } from "../words/figure.ts";
import { moneyText } from "../words/money.ts";
import type { ChangedTerm, ChangeLine } from "./change-line.ts";
import type { ChangesInput } from "./changes-input.ts";
import { namesIn } from "./names-in.ts";

type KindOf = (day: Day, told: Day) => ChangeLine["kind"] | null;

export interface DatedChange {
  readonly day: Day;
  readonly line: ChangeLine;
}

/** Changes that carry their day in themselves, without an amendment: sets of weights, and amounts of charges. */
export function datedChanges(input: ChangesInput, kindOf: KindOf): readonly DatedChange[] {
  const text = documentAt(input.document, input.last);
  return [...weightChanges(text, kindOf), ...chargeChanges(text, kindOf)];
}

/** Each set of weights that begins later than its plan. */
function weightChanges(text: ContractDocument, kindOf: KindOf): readonly DatedChange[] {
  const names = namesIn({ before: text, after: text });
  return Object.entries(text.credit_plans).flatMap(([id, plan]) => {
    const sets = [...(plan.weights ?? [])].sort((a, b) => a.from - b.from);
    return sets.flatMap((set, index) => {
      const kind = kindOf(set.from, set.notice_given);
      const before = sets[index - 1] ?? null;
      if (kind === null || set.from <= plan.from) return [];
      const set_by = entry(names, set.set_by) ?? set.set_by;
      const line: ChangeLine = {
        kind,
        when: longDay(set.from),
        title: `Weights of ${plan.title}`,
        versions: null,
        source: { id, clause: plan.clause ?? null },
        reaches: null,
        by: `Set by ${set_by}, notice given on ${longDay(set.notice_given)}.`,
        what: [
          ...shareChanges(before?.categories ?? {}, set.categories ?? {}, (category) => `Category ${category}`),
          ...shareChanges(before?.shares ?? {}, set.shares, (level) => levelTitle(text, plan.for, level)),
        ],
        reason: set.reason,
      };
      return [{ day: set.from, line }];
    });
  });
}

type Shares = Readonly<Record<string, Fraction>>;

function shareChanges(before: Shares, after: Shares, titleOf: (level: string) => string): readonly ChangedTerm[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((level) => {
    const [was, is] = [entry(before, level), entry(after, level)];
    if (was !== undefined && is !== undefined && compare(was, is) === 0) return [];
    const textOf = (share: Fraction | undefined): string | null => (share ? shareText(share) : null);
    return [{ of: titleOf(level), term: "Weight", before: textOf(was), after: textOf(is) }];
  });
}

/** A level by its title, named bare or as `agreement/level`; its id where no agreement has it. */
function levelTitle(text: ContractDocument, agreement: string, level: string): string {
  const [own, id] = level.includes("/") ? (level.split("/") as [string, string]) : [agreement, level];
  return entry(entry(text.agreements, own)?.service_levels, id)?.title ?? level;
}

/** Each amount of a charge that begins later than the contract, and so was known when the contract began. */
function chargeChanges(text: ContractDocument, kindOf: KindOf): readonly DatedChange[] {
  return Object.entries(text.charges).flatMap(([id, charge]) => {
    const amounts = [...charge.amounts].sort((a, b) => a.from - b.from);
    return amounts.flatMap((amount, index) => {
      const kind = kindOf(amount.from, text.contract.from);
      const before = amounts[index - 1] ?? null;
      if (kind === null || amount.from <= text.contract.from) return [];
      const line = chargeLine({ id, charge, kind, before, amount });
      return [{ day: amount.from, line }];
    });
  });
}

interface AmountChange {
  readonly id: string;
  readonly charge: ChargeDocument;
  readonly kind: ChangeLine["kind"];
  readonly before: ChargeDocument["amounts"][number] | null;
  readonly amount: ChargeDocument["amounts"][number];
}

function chargeLine({ id, charge, kind, before, amount }: AmountChange): ChangeLine {
  const term = `Amount per ${charge.per}`;
  return {
    kind,
    when: longDay(amount.from),
    title: `Charge ${charge.title}`,
    versions: null,
    source: { id, clause: null },
    reaches: null,
    by: null,
    what: [{ of: charge.title, term, before: before && moneyText(before.amount), after: moneyText(amount.amount) }],
    reason: amount.reason ?? null,
  };
}
