import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Wound, wounding } from "./fixtures/wound.ts";

const fixture = (name: string) => ({ name, text: readFileSync(join(import.meta.dirname, "fixtures", name), "utf8") });
const [small, plans] = [fixture("small.yaml"), fixture("plans.yaml")];
const wounded = wounding(small, plans);

const amounts: readonly Wound[] = [
  ["gives-unclear", "gives: {points: 2}", "¶gives: {for_each: month}", "nothing says how much"],
  ["gives-unclear", "gives: {points: 2}", "¶gives: {points: 2, amount: 5.00 GBP}", "'amount' and 'points' both"],
  [
    "gives-unclear",
    "{from: 95.00%, share: 30%}",
    "{from: 95.00%, share: 30%, amount: 2.00 GBP}",
    "share and amount at once",
  ],
  ["gives-unclear", "{from: 95.00%, share: 30%}", "{from: 95.00%, name: middle}", "gives nothing"],
  ["below-zero", "gives: {points: 2}", "gives: {points: ¶-2}", "would be a charge"],
  ["gives-mixed", "{from: 95.00%, share: 30%}", "{from: 95.00%, points: 3}", "points stands beside share"],
  ["base-missing", "gives: {share: 40%, of: weight}", "¶gives: {share: 40%}", "or 'of: weight'"],
  ["field-without-use", "gives: {points: 2}", "gives: {points: 2, ¶of: point-fee}", "belongs to a share"],
  ["field-without-use", "gives: {points: 2}", "gives: {points: 2, ¶by: violations}", "picks rows or bands"],
  ["weights-missing", "gives: {points: 2}", "gives: {share: 2%, of: ¶weight}", "weight_rules.divide and weights"],
  ["factor-unclear", "{flag: still used, factor: 0.5}", "{flag: still used, by: users}", "one of these forms"],
  ["gives-unclear", "gives: {share: 100%, of: pool-fee}", "¶gives: {of: pool-fee}", "a share or an amount"],
  ["base-missing", "gives: {share: 100%, of: pool-fee}", "¶gives: {share: 100%}", "of what the share is"],
];

const rows: readonly Wound[] = [
  ["row-unclear", "{from: 95.00%, share: 30%}", "{share: 30%}", "not said when this row holds"],
  ["row-unclear", "{from: 95.00%, share: 30%}", "{from: 95.00%, upto: 98.00%, share: 30%}", "from and upto both"],
  ["rows-mixed", "{from: 95.00%, share: 30%}", "{¶upto: 95.00%, share: 30%}", "stand beside rows with 'from'"],
  ["row-twice", "{from: 95.00%, share: 30%}", "{from: 98.00%, share: 30%}", "a row for from 98% already"],
  ["row-twice", "{is: near, factor: 0.5}", "{is: full, factor: 0.5}", "a row for 'full' already"],
  ["rows-unsorted", "{others: yes, share: 0%}", "{from: 7, share: 3%}", "7 does not follow"],
  ["rows-gap", "            - {others: yes, share: 100%}\n", "", "no row holds below 95%"],
  ["rows-gap", "            - {others: yes, amount: 80.00 EUR}\n", "", "no row holds above 8h"],
  ["rows-gap", "{from: 0, share: 10%}", "{from: 10, share: 10%}", "no row holds below 10"],
  ["rows-not-monotonic", "{from: 95.00%, share: 30%}", "¶{from: 95.00%, share: 3%}", "less than the row for better"],
  ["rows-not-monotonic", "{upto: 8h, amount: 40.00 GBP}", "{upto: 8h, amount: 4.00 GBP}", "less than the row"],
  ["wrong-unit", "{from: 95.00%, share: 30%}", "{from: ¶95, share: 30%}", "which is a share such as 95%"],
  ["wrong-unit", "{upto: 8h, amount: 40.00 GBP}", "{upto: ¶8, amount: 40.00 GBP}", "which is a time such as 2h"],
  ["wrong-unit", "{from: 10, share: 5%}", "{from: ¶10%, share: 5%}", "which is a bare number"],
  ["wrong-unit", "step: 1%, partial", "step: ¶1h, partial", "'hall-uc/repairs', which is a share"],
  ["count-too-small", "step: 1%, partial", "step: ¶0%, partial", "nothing at all"],
  ["count-too-small", "size: 1h", "size: ¶0h", "nothing at all"],
  ["wrong-unit", "above: 98%", "above: ¶98", "which is a share"],
];

const awards: readonly Wound[] = [
  [
    "award-never-holds",
    "- {verdict: at minimum, gives: {points: 2}}",
    "- {gives: {points: 2}}",
    "for each level of the agreement and the verdict 'missed'",
  ],
  [
    "award-never-holds",
    "      - level: mean-repair\n",
    "      - level: ¶uptime\n",
    "another award for 'hall-uc/uptime'",
  ],
  ["verdict-never-reached", "- {level: uptime, verdict: at", "- {¶level: mean-repair, verdict: at", "has no minimum"],
  [
    "level-of-other-agreement",
    "      - level: repairs\n",
    "      - level: ¶shop-sla/resolution\n",
    "is no level of 'hall-uc'",
  ],
  [
    "weight-without-award",
    "- {verdict: missed, gives: {share: 100%, of: weight}}",
    "- {level: repairs, gives: {share: 100%, of: weight}}",
    "'mean-repair' a share of its weight",
  ],
  ["fact-not-measured", "by: figure\n", "by: ¶outage minutes\n", "does not give 'outage minutes'"],
  [
    "row-unclear",
    "{is: near, factor: 0.5}]}",
    "{is: near, factor: 0.5}]}\n          - {by: users, rows: [{¶is: many, factor: 2}]}",
    "only 'severity' is a word",
  ],
  ["wrong-unit", "{is: near, factor: 0.5}", "{from: ¶2, factor: 0.5}", "a word for 'is'"],
  [
    "shortfall-of-nothing",
    "        expected: at least 95%\n        minimum: at least 90%\n",
    "        expected: at least 95%\n",
    "no minimum mark",
  ],
  [
    "award-without-weight",
    "{level: uptime, verdict: at minimum, gives",
    "{level: ¶shop-sla/resolution, verdict: at minimum, gives",
    "no weight in any set",
  ],
  [
    "categories-missing",
    "      - {others: yes, share: 0%}\n",
    "      - {others: yes, share: 0%}\n    limits: [{per: ¶category, at_most: 5.00 GBP}]\n",
    "no categories",
  ],
];

describe.each([
  ["what is given", amounts],
  ["rows", rows],
  ["awards", awards],
])("%s", (_, wounds) => {
  test.each(wounds)("%s: %j → %j", (code, from, to, words) => {
    const { said, sentences, places, mark } = wounded(code, from, to);
    expect(sentences, said).toContain(words);
    if (mark !== null) expect(places, said).toContain(mark);
  });
});
