import type { LevelTerms } from "../../agreement/terms.ts";
import { judgedPerWords } from "../words/agreement-words.ts";
import { allowedTime } from "../words/duration.ts";
import { quantityText, shareText, showingOf } from "../words/figure.ts";
import { periodWord } from "../words/period.ts";
import { expectedText } from "./target-prose.ts";

/** Negotiated wording with its blanks filled; a blank that names nothing agreed is said to be so. */
export function fillWording(level: LevelTerms, wording: string): string {
  const text = wording.replace(/\s+/g, " ").trim();
  return text.replace(/\{([a-z_.]+)\}/g, (_, name: string) => blanks[name]?.(level) ?? "[not agreed]");
}

const blanks: Readonly<Record<string, (level: LevelTerms) => string | null | undefined>> = {
  title: ({ title }) => title,
  expected: (level) => expectedText(level, level.target),
  minimum: (level) => bare(level),
  period: ({ period }) => periodWord(period),
  judged_per: ({ judgedPer }) => judgedPerWords[judgedPer],
  percent: ({ percent }) => percent && shareText(percent),
  trim: ({ trim }) => trim && shareText(trim),
  complete_from: ({ completeFrom }) => shareText(completeFrom),
  sampled_every: ({ sampledEvery }) => sampledEvery && allowedTime(sampledEvery),
  slot: ({ slot }) => slot && allowedTime(slot),
  over_periods: ({ overPeriods }) => String(overPeriods),
  "clock.within": ({ clock }) => only(clock?.rows),
  "agreed_downtime.at_most": ({ agreedDowntime }) => agreedDowntime?.atMost && allowedTime(agreedDowntime.atMost),
  "agreed_downtime.notice": ({ agreedDowntime }) => agreedDowntime?.notice && allowedTime(agreedDowntime.notice),
  "low_volume.fewer_than": ({ lowVolume }) => lowVolume && String(lowVolume.fewerThan),
  "low_volume.misses": ({ lowVolume }) => lowVolume && String(lowVolume.misses),
};

function bare(level: LevelTerms): string | null {
  const { minimum } = level.target;
  return minimum && quantityText(minimum.quantity, showingOf(level.rules, []));
}

function only(
  rows: Readonly<Record<string, { readonly within: Parameters<typeof allowedTime>[0] | null }>> = {},
): string | null {
  const times = Object.values(rows).flatMap(({ within }) => (within ? [allowedTime(within)] : []));
  return times.length === 1 ? (times[0] ?? null) : null;
}
