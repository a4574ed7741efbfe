import type { AwardSpec, LimitSpec, PointsSpec, Spec } from "./credits-spec.ts";

/** Hundredths of a percent as the format writes them. */
export const percent = (hundredths: number): string => `${(hundredths / 100).toFixed(2)}%`;
const pounds = (amount: number): string => `${amount.toFixed(2)} GBP`;

/** The plan as a file writes it. */
export function planText(spec: Spec): string {
  const { weights, repeat, override, bonus } = spec;
  return `underpin: 1
part_of: fulmar
credit_plans:
  trial:
    title: Trial
    for: sla
    from: 2026-01-01
    owner: alma-reyes
    bases:
      charges: {charges: [booking-run, desk-run], of: month of the miss}
      circuit-charge: {charges: [circuits], of: month of the miss, part: failing component}
      at-risk: {share: 10%, of: charges}
    categories:
      vital: [uptime, circuit]
      desk: [repair, calls, errors]
${weights ? weightText(weights) : ""}    awards:
${spec.awards.map((award) => `      - ${awardText(award)}\n`).join("")}${spec.awards.some(({ form }) => form.kind === "points") ? `    points: ${pointsText(spec.points)}\n` : ""}${repeat ? `    repeat: {${repeat.verdict ? `verdict: ${repeat.verdict}, ` : ""}factors: [${repeat.factors.join(", ")}]}\n` : ""}    one_event: ${spec.event}
${override ? `    override: {if: crisis, gives: {share: ${override.share}%, of: at-risk}}\n` : ""}${limitsText(spec.limits)}${
  bonus
    ? `    bonus: {above: ${percent(bonus.above)}, step: ${percent(bonus.step)}, amount: ${pounds(bonus.amount)}, used: ${bonus.paid ? "paid" : "offset"}}\n`
    : ""
}`;
}

function weightText({ later, byDays, first, second, categories }: NonNullable<Spec["weights"]>): string {
  const set = (from: string, shares: typeof first): string => `      - from: ${from}
        set_by: piet-sorby
        notice_given: 2025-06-01
        reason: trial
        shares: {${Object.entries(shares)
          .map(([level, share]) => `${level}: ${share}%`)
          .join(", ")}}
${categories ? `        categories: {vital: ${categories[0]}%, desk: ${categories[1]}%}\n` : ""}`;
  return `    weight_rules: {divide: at-risk, total: free, inside_a_period: ${byDays ? "by days" : "pinned at the start"}}
    weights:
${set("2026-01-01", first)}${set(later, second)}`;
}

function awardText({ level, verdict, form, factor, flag, atMost, counts }: AwardSpec): string {
  const times = [
    ...(factor === null ? [] : [`{factor: ${factor}}`]),
    ...(flag === null ? [] : [`{flag: peak, factor: ${flag}}`]),
  ];
  const fields = [
    ...(level ? [`level: ${level}`] : []),
    ...(verdict ? [`verdict: ${verdict}`] : []),
    ...(counts
      ? [`counts: {count: ${counts.count}, within: ${counts.months} months${counts.every ? ", how: every nth" : ""}}`]
      : []),
    `gives: {${formText(form)}}`,
    ...(times.length > 0 ? [`times: [${times.join(", ")}]`] : []),
    ...(atMost === null ? [] : [`at_most: ${pounds(atMost)}`]),
  ];
  return `{${fields.join(", ")}}`;
}

function formText(form: AwardSpec["form"]): string {
  switch (form.kind) {
    case "share":
      return `share: ${form.share}%, of: charges`;
    case "part":
      return `share: ${form.share}%, of: circuit-charge`;
    case "amount":
      return `amount: ${pounds(form.give)}`;
    case "points":
      return `points: ${form.give}`;
    case "weight":
      return `share: ${form.share}%, of: weight`;
    case "rows":
      return `of: charges, rows: [{from: ${percent(form.edge)}, share: ${form.good}%}, {from: 0%, share: ${form.bad}%}]`;
    case "shortfall":
      return `of: charges, shortfall: {step: ${percent(form.step)}, partial: ${form.partial}, share: ${form.give}%}`;
    case "per unit":
      return `of: charges, per_unit: {count: outage minutes, size: ${form.size}, partial: ${form.partial}, share: ${form.give}%}`;
    case "bands":
      return `by: outage minutes, bands: [{upto: ${form.upto}, amount: ${pounds(form.low)}}, {amount: ${pounds(form.high)}}]`;
  }
}

function pointsText(points: PointsSpec): string {
  switch (points.kind) {
    case "money":
      return `{money_each: ${pounds(points.each)}, free: ${points.free}}`;
    case "share":
      return `{share_each: {share: ${points.each}%, of: charges}, free: ${points.free}}`;
    case "rows":
      return `{of: charges, rows: [{from: ${points.edge}, share: ${points.share}%}, {others: yes, share: 0%}]}`;
    case "bands":
      return `{money_each: ${pounds(points.each)}, free: ${points.free}, bands: [{upto: ${points.upto}, factor: 1}, {factor: ${points.high}}]}`;
  }
}

function limitsText(limits: readonly LimitSpec[]): string {
  const lines = limits.map((limit) => {
    if (limit.per === "minimum")
      return `      - {per: month, at_least: ${pounds(limit.amount)}, below: ${limit.raised ? "raised" : "lapses"}}\n`;
    const most = limit.share === null ? pounds(limit.amount) : `{share: ${limit.share}%, of: charges}`;
    return `      - {per: ${limit.per}, at_most: ${most}, excess: ${limit.carried && limit.per === "month" ? "carried" : "lapses"}}\n`;
  });
  return lines.length === 0 ? "" : `    limits:\n${lines.join("")}`;
}
