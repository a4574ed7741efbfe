import type { LevelTerms } from "../../agreement/terms.ts";
import type { MeasureKind } from "../../agreement/words.ts";
import { recordWords } from "../words/agreement-words.ts";
import { shareText } from "../words/figure.ts";
import { valueText } from "./value-prose.ts";

/** The figure as a formula in words. */
export const formulaOf = (level: LevelTerms): string =>
  `${formulas[level.measure](level)}${slots(level)}${mean(level)}`;

const many = (level: LevelTerms): string => (level.of === null ? "records" : recordWords[level.of].many);
const taken = (level: LevelTerms): string =>
  level.agreedDowntime?.treated === "taken out" ? "scheduled time − agreed downtime" : "scheduled time";

const formulas: Readonly<Record<MeasureKind, (level: LevelTerms) => string>> = {
  "share in time": (level) => `${many(level)} in time ÷ all ${many(level)} judged × 100`,
  "share of records": (level) => `good ${many(level)} ÷ all ${many(level)} counted × 100`,
  "share of time": (level) => `(${taken(level)} − downtime) ÷ (${taken(level)}) × 100`,
  "share of samples": (level) => `good ${many(level)} ÷ all ${many(level)} expected and taken × 100`,
  "share of answers": (level) => `good ${many(level)} ÷ all ${many(level)} received × 100`,
  average: (level) => `sum of ${valueText(level)} ÷ number of ${many(level)}${trimmed(level)}`,
  percentile: (level) =>
    `${level.percent === null ? "the agreed share" : shareText(level.percent)} of ${many(level)} have at most this value of ${valueText(level)}`,
  number: (level) => (level.value === null ? `number of ${many(level)}` : `sum of ${valueText(level)}`),
  rate: (level) =>
    `number of ${many(level)} ÷ number of ${level.per === null ? "records" : recordWords[level.per.of].many}`,
  "time between failures": (level) =>
    level.rules.between_failures === "up time"
      ? `(${taken(level)} − downtime) ÷ number of failures`
      : "time from the start of each failure to the start of the next, on average",
  "time to restore": () => "downtime ÷ number of failures",
  "time between incidents": (level) => `time from each of the ${many(level)} to the next, on average`,
  backlog: (level) => `number of ${many(level)} open at the end of the period`,
  score: (level) =>
    level.parts.map(({ level: part, share }) => `${shareText(share)} × points of ${part}`).join(" + ") ||
    "no part is agreed",
  entered: () => "the figure entered by hand",
};

const trimmed = (level: LevelTerms): string =>
  level.trim === null ? "" : `, without the slowest ${shareText(level.trim)}`;

const slots = (level: LevelTerms): string => (level.slot === null ? "" : ", slot by slot");

const mean = (level: LevelTerms): string =>
  level.overPeriods === 1 ? "" : `, averaged over the last ${level.overPeriods} periods`;
