import { missOf } from "../../../src/engine/credit/facts.ts";
import { availability } from "../../../src/engine/credit/later/availability.ts";
import { creditedDays } from "../../../src/engine/credit/later/credited-time.ts";
import { inMinutesOf } from "../../../src/engine/credit/later/minutes.ts";
import type { EventRule } from "../../../src/engine/credit/plan/event.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { fraction, least, one, over, sum as totalOf, zero } from "../../../src/engine/number/fraction.ts";
import { ask, capOf, capsOf, rowOf, shareOf, told } from "./ask.ts";
import { mark } from "./marks.ts";
import { meaningOr } from "./meaning.ts";
import { type Answer, amount, has, type Input, inPercent, list, numbers, says, share, word } from "./read.ts";
import { untranslated } from "./untranslated.ts";

/** S10: rows of minutes or hours of outage. */
export function outageTiers(input: Input): Answer {
  if (has(input, "claims")) return groups(input);
  if (has(input, "ttr_pct")) return added(input);
  if (has(input, "fixed_month_minutes")) return monthLengths(input);
  if (has(input, "cap_days") && !has(input, "tiers")) return daysOfFees(input);
  return rows(input);
}

/** The outages of a month are added up before the row is asked, or each is asked for itself. */
function rows(input: Input): Answer {
  const hours = list(input, "tiers").some((tier) => says(tier, "to_h"));
  const edge = hours ? "to_h" : "to_min";
  const tiers = list(input, "tiers").map((tier): Row => rowOf(tier, edge, share(tier, "pct")));
  const by = hours ? "outage_hours" : "outage_minutes";
  const durations = [
    ...numbers(input, "outages"),
    ...numbers(input, "outages_hours"),
    ...numbers(input, "outage_minutes"),
    ...numbers(input, "outage_hours"),
  ];
  const way = meaningOr<"together" | "each">(input, "evaluate", {
    silent: "together",
    meanings: [
      [/each|per_outage|single|separate/, "each"],
      [/sum|month|total|cumul|together/, "together"],
    ],
  });
  const most = has(input, "cap_days") ? over(amount(input, "cap_days"), amount(input, "days_per_month")) : one;
  const limits = [...capsOf(input), capOf(most)];
  const asked = {
    amount: { kind: "rows", of: "charges", by, rows: tiers } as const,
    results: (way === "together" ? [totalOf(durations)] : durations).map((duration) =>
      missOf("level", { facts: { [by]: duration } }),
    ),
    plan: { limits },
  };
  return { ...told(ask(input, asked)), pct: inPercent(ask(input, { ...asked, charges: one }).exact) };
}

function added(input: Input): Answer {
  const parts = [share(input, "availability_pct"), share(input, "ttr_pct")];
  const results = parts.map((severity, index) => missOf(`level ${index}`, { facts: { severity } }));
  const statement = ask(input, { amount: shareOf(one), times: [{ kind: "count", by: "severity" }], results });
  return { ...told(statement), pct: inPercent(totalOf(parts)) };
}

/** An outage over a month that is always as long, and over the days of the calendar. */
function monthLengths(input: Input): Answer {
  const minutes = has(input, "outages") ? totalOf(numbers(input, "outages")) : amount(input, "outage_minutes");
  const figureOver = (total: typeof minutes) => availability({ total, down: minutes, excused: zero });
  return {
    availability_pct: figureOver(amount(input, "fixed_month_minutes")),
    with_calendar_month: figureOver(inMinutesOf([amount(input, "calendar_days")])),
  };
}

/** Days of fees for each outage by its length, not more than so many a month. */
function daysOfFees(input: Input): Answer {
  const outages = [...numbers(input, "outages_hours"), ...numbers(input, "outage_hours")];
  const table = {
    from: one,
    rows: [
      { upto: fraction(4), days: mark(input, "S10 days of a short outage") },
      { upto: fraction(48), days: mark(input, "S10 days of a longer outage") },
      { upto: fraction(96), days: mark(input, "S10 days of a long outage") },
    ],
  };
  const each = outages.map((hours) => creditedDays(hours, table));
  const [most, month] = [amount(input, "cap_days"), amount(input, "days_per_month")];
  const days = least(totalOf(each), most);
  const pay = (part: typeof days) =>
    ask(input, {
      amount: shareOf(one),
      times: [{ kind: "share", part: "part", whole: "whole" }],
      results: [missOf("level", { facts: { part, whole: month } })],
    });
  return { ...told(pay(days)), days, credits: each.map((count) => pay(count).credit) };
}

/** Levels that exclude each other: of the groups the dearest is paid, or the one that is chosen by name. */
function groups(input: Input): Answer {
  const claims = list(input, "claims");
  const named = claims.map((claim) => ({ group: word(claim, "group"), items: list(claim, "items") }));
  const results = named.flatMap(({ items }) =>
    items.map((item) => missOf(word(item, "sl"), { event: "event", facts: { severity: share(item, "pct") } })),
  );
  const exclusive = !says(input, "exclusive_groups") || input.exclusive_groups === true;
  const chosen = chosenOf(
    input,
    named.map(({ group }) => group),
  );
  const levels = named
    .filter(({ group }) => chosen === null || chosen === group)
    .map(({ items }) => items.map((item) => word(item, "sl")));
  const events: EventRule = exclusive ? { kind: "exclusive groups", groups: levels } : { kind: "sum" };
  const asked = { amount: shareOf(one), times: [{ kind: "count", by: "severity" }] as const, results };
  const statement = ask(input, { ...asked, plan: { events } });
  const paid = statement.lines.find((line) => line.paid)?.level ?? "";
  return {
    ...told(statement),
    chosen_group: named.find(({ items }) => items.some((item) => word(item, "sl") === paid))?.group,
    pct: inPercent(ask(input, { ...asked, charges: one, plan: { events } }).exact),
  };
}

/** The group that the client names; null where the dearest is taken, which is also what a client would choose. */
function chosenOf(input: Input, groups: readonly string[]): string | null {
  if (!has(input, "choice")) return null;
  const choice = word(input, "choice");
  if (groups.includes(choice)) return choice;
  if (/highest|greater|larger|max|best|customer/.test(choice)) return null;
  throw untranslated(choice);
}
