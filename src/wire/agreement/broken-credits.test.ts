import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAgreement } from "./load.ts";
import { writeProblem } from "./problem.ts";

const consequences = `
charges:
  shop-run:
    title: Running the shop
    services: [shop]
    per: month
    amounts:
      - {from: 2026-01-01, amount: 1000.00 GBP}
      - {from: 2026-07-01, amount: 1100.00 GBP}
credit_plans:
  shop-credits:
    title: Service credits
    for: shop-sla
    from: 2026-01-01
    owner: olwen-pryce
    bases:
      monthly: {charges: [shop-run], of: month of the miss}
      at-risk: {share: 12%, of: monthly}
    weight_rules: {divide: at-risk, total: exactly 100%, notice: 90 days, changes: at most 2 per year}
    weights:
      - from: 2026-01-01
        set_by: nora-vance
        notice_given: 2025-09-01
        reason: The start
        shares: {resolution: 60%, availability: 40%}
      - from: 2026-10-01
        set_by: nora-vance
        notice_given: 2026-07-03
        reason: A change
        shares: {resolution: 55%, availability: 45%}
    awards:
      - {verdict: missed, gives: {share: 100%, of: weight}}
    limits:
      - {per: month, at_most: {share: 100%, of: at-risk}, excess: lapses}
improvement:
  triggers:
    often: {title: Missed often, agreement: shop-sla, levels: all, verdict: missed, times: 2, out_of: 3, opens: escalation}
reports:
  monthly: {title: Report, covers: [shop-sla], every: month, due: 8th business day, calendar: office, to: [nora-vance]}
`;
const whole = readFileSync(join(import.meta.dirname, "fixtures", "small.yaml"), "utf8") + consequences;

test("credits, improvement and reports are read", () => {
  const { document, problems } = readAgreement([{ name: "small.yaml", text: whole }]);
  expect(problems.map(writeProblem)).toEqual([]);
  expect(document?.credit_plans["shop-credits"]?.weight_rules?.changes).toEqual({ at_most: 2, per: "year" });
});

/** Code, what is replaced, by what (`¶` marks the place), and words of the message. */
test.each([
  ["weights-sum", "shares: {resolution: 55%", "shares: ¶{resolution: 60%", "adds up to 105%"],
  [
    "weights-sum",
    "shares: {resolution: 55%, availability: 45%",
    "shares: ¶{resolution: 60%, availability: 45%",
    "availability rose by 5%",
  ],
  [
    "notice-too-short",
    "notice_given: 2026-07-03",
    "notice_given: ¶2026-07-04",
    "2026-07-04 is 89 days before 2026-10-01",
  ],
  ["unknown-level", "{resolution: 55%", "{resolution: 55%, resolutoin: ¶0%", "Did you mean 'resolution'?"],
  ["unknown-base", "{share: 12%, of: monthly}", "{share: 12%, of: ¶montly}", "Did you mean 'monthly'?"],
  [
    "unknown-base",
    "at_most: {share: 100%, of: at-risk}",
    "at_most: {share: 100%, of: ¶at-rsk}",
    "Did you mean 'at-risk'?",
  ],
  ["unknown-charge", "charges: [shop-run]", "charges: [¶shoprun]", "shop-run"],
  ["other-currency", "amount: 1100.00 GBP", "amount: ¶1100.00 EUR", "kept in GBP"],
  ["out-of-order", "{from: 2026-07-01, amount", "{from: ¶2026-01-01, amount", "does not come after"],
  ["never-reached", "times: 2, out_of: 3", "times: ¶4, out_of: 3", "cannot happen in 3"],
  ["out-of-missing", "times: 2, out_of: 3", "times: 2", "how many periods"],
  ["trigger-unclear", "times: 2, out_of: 3", "in_a_row: 2, times: 2, out_of: 3", "one of them"],
  ["unknown-agreement", "covers: [shop-sla]", "covers: [¶shop-slo]", "shop-sla"],
  ["changes-unreadable", "changes: at most 2 per year", "changes: ¶twice a year", "at most 2 per year"],
  ["unknown-word", "excess: lapses", "excess: ¶lapse", "Did you mean 'lapses'?"],
])("%s: %j → %j", (code, from, to, words) => {
  expect(whole.split(from).length, `'${from}' stands once`).toBe(2);
  const marked = whole.replace(from, () => to);
  const { problems } = readAgreement([{ name: "small.yaml", text: marked.replace("¶", "") }]);
  const said = problems.map(writeProblem).join("\n");
  const problem = problems.find((one) => one.code === code);
  expect(`${problem?.message} ${problem?.way_out}`, said).toContain(words);
  const offset = marked.indexOf("¶");
  if (offset < 0) return;
  const before = marked.slice(0, offset).split("\n");
  expect([problem?.line, problem?.column], said).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1]);
});
