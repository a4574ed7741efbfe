import { missOf } from "../../../src/engine/credit/facts.ts";
import { availability, inTime } from "../../../src/engine/credit/later/availability.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import type { Limit } from "../../../src/engine/credit/plan/limit.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { type Fraction, fraction, one, zero } from "../../../src/engine/number/fraction.ts";
import { ask, capOf, capsOf, rowsOf, shareOf, sum, told } from "./ask.ts";
import { type Answer, amount, has, type Input, inPercent, list, maybe, number, share, word } from "./read.ts";

/** S09: rows of availability, each giving a percentage of the charges. */
export function availabilityTiers(input: Input): Answer {
  if (has(input, "table")) return printedTable(input);
  if (has(input, "excused_minutes", "variants") || has(input, "excused_hours", "variants")) return excusedWays(input);
  if (has(input, "breaches")) return severalBreaches(input);
  const value = figureOf(input);
  const rows = tierRows(input);
  if (rows.length === 0 && value !== null && !has(input, "pct") && !has(input, "credit_pct") && !has(input, "tier_pct"))
    return { availability_pct: value, clamped: value };
  const variants = list(input, "variants").filter((one) => typeof one === "object");
  if (variants.length > 0) return { results: variants.map((variant) => looked(input, value ?? zero, variant)) };
  const statement = tiered(input, value, rows);
  return { ...told(statement), availability_pct: value };
}

const tierRows = (input: Input): readonly Row[] => [...rowsOf(input, "tiers", "pct"), ...rowsOf(input, "bands", "pct")];

function tiered(input: Input, value: Fraction | null, rows: readonly Row[]) {
  const annual = has(input, "annual_fee") && !has(input, "monthly_fee");
  const amountForm =
    has(input, "pct") || has(input, "credit_pct") || has(input, "tier_pct")
      ? shareOf(share(input, "pct", "credit_pct", "tier_pct"))
      : ({ kind: "rows", of: "charges", by: "value", rows } as const);
  const floors: Limit[] = [
    ...(has(input, "minimum_issue")
      ? [
          {
            kind: "at least",
            minimum: amount(input, "minimum_issue"),
            below: word(input, "below_minimum") === "raise" ? "raised" : "lapses",
          } as const,
        ]
      : []),
    ...(has(input, "floor_if_below")
      ? [{ kind: "at least", minimum: amount(input, "floor_if_below"), below: "raised" } as const]
      : []),
  ];
  const active = maybe(input, "active_days");
  return ask(input, {
    amount: amountForm,
    results: [missOf("level", { facts: value ? { value } : {} })],
    plan: {
      limits: [...capsOf(input), capOf(one), ...floors],
      bases: annual
        ? { year: stated, charges: { kind: "part", of: "year", share: fraction(1, 12) } }
        : active
          ? { charges: { ...stated, prorated: "days" } as typeof stated }
          : {},
    },
    facts: {
      bases: annual ? { year: amount(input, "annual_fee") } : {},
      ...(active ? { days: Number(input.days_in_month ?? 30), activeDays: { charges: active } } : {}),
    },
  });
}

function figureOf(input: Input): Fraction | null {
  const said = maybe(input, "uptime", "availability", "value");
  if (said !== null) return said;
  if (has(input, "total", "resolved"))
    return availability({ total: amount(input, "total"), down: zero, excused: zero }, "minus in both");
  if (has(input, "slots_per_year", "unavailable_slots"))
    return inTime(amount(input, "slots_per_year"), amount(input, "unavailable_slots"));
  const down = maybe(input, "down_minutes", "downtime_minutes");
  const total = maybe(input, "in_service_minutes", "total_minutes", "month_minutes");
  const excused = maybe(input, "excused_minutes", "excused_hours") ?? zero;
  if (down && total) return availability({ total, down, excused });
  const hours = maybe(input, "down_hours", "downtime_hours");
  const all =
    maybe(input, "total_hours") ??
    (typeof input.days === "number"
      ? ask(input, {
          amount: sum(amount(input, "days")),
          times: [{ kind: "plain", factor: fraction(24) }],
          charges: zero,
        }).exact
      : null);
  return hours && all ? availability({ total: all, down: hours, excused }) : null;
}

function looked(input: Input, value: Fraction, variant: Input) {
  const places = variant.places === null || variant.places === undefined ? null : Number(variant.places);
  const round =
    places === null
      ? null
      : { places, mode: word(variant, "mode") === "down" ? ("down" as const) : ("half up" as const) };
  const rows = tierRows(input);
  const statement = ask(input, {
    amount: { kind: "rows", of: "charges", by: "value", rows },
    results: [missOf("level", { facts: { value } })],
    plan: { levels: { level: { ...plainLevel, round } } },
  });
  return {
    rounded: round ? statement.lines[0]?.value : null,
    row: inPercent(statement.lines[0]?.share),
    credit: statement.credit,
  };
}

function printedTable(input: Input): Answer {
  const rows = list(input, "table").map((row): Row => {
    const name = word(row, "pct_value");
    return { kind: "from", edge: number(name.split("-")[0]), give: share(row, "credit"), name };
  });
  const results = list<string>(input, "variants").map((way) => {
    const round = { places: 0, mode: way.includes("floor") ? ("down" as const) : ("half up" as const) };
    const statement = ask(input, {
      amount: { kind: "rows", of: "charges", by: "value", rows },
      results: [missOf("level", { facts: { value: amount(input, "value") } })],
      plan: { levels: { level: { ...plainLevel, round } } },
    });
    return { row: statement.lines[0]?.row, credit: statement.credit };
  });
  return { results };
}

function excusedWays(input: Input): Answer {
  const seen = {
    total: amount(input, "total_minutes", "total_hours", "month_minutes"),
    down: amount(input, "down_minutes", "down_hours", "downtime_minutes", "downtime_hours"),
    excused: amount(input, "excused_minutes", "excused_hours"),
  };
  const results = list<string>(input, "variants").map((way) =>
    availability(seen, way.includes("both") ? "minus in both" : "only downtime reduced"),
  );
  return { results };
}

function severalBreaches(input: Input): Answer {
  const breaches = list(input, "breaches");
  const results = breaches.map((one) =>
    missOf(word(one, "sl"), { event: word(input, "incident"), facts: { severity: share(one, "pct") } }),
  );
  const events = word(input, "choice").includes("sum") ? ({ kind: "sum" } as const) : ({ kind: "highest" } as const);
  const statement = ask(input, {
    amount: shareOf(one),
    times: [{ kind: "count", by: "severity" }],
    results,
    plan: { events, limits: [...capsOf(input), capOf(one)] },
  });
  return { ...told(statement), chosen: statement.lines.find(({ paid }) => paid)?.level };
}
