import type { Report } from "./report.ts";
import { capital } from "./words/list.ts";
import { verdictMeanings, verdicts } from "./words/verdict.ts";

/** The words of a report and what they mean in it: the verdicts, then the words of measuring. */
export const glossary: Report["glossary"] = [
  ...verdicts.toReversed().map((verdict) => ({ word: capital(verdict), meaning: verdictMeanings[verdict] })),
  { word: "Expected", meaning: "The level promised." },
  { word: "Minimum", meaning: "The level below which a result is missed." },
  { word: "Service time", meaning: "The hours of the agreed calendar; only they are counted." },
  {
    word: "Pause",
    meaning: "Service time that does not count because the record waits for a reason named in the agreement.",
  },
  { word: "Exclusion", meaning: "What the definition of a service level leaves out." },
  {
    word: "Relief",
    meaning: "Time or records that one party claimed under a clause and the other granted: they do not count.",
  },
  { word: "Agreed downtime", meaning: "Downtime that the agreement allows for, such as maintenance in its window." },
  { word: "Without exclusions", meaning: "The figure as it would be if nothing had been left out." },
  { word: "Completeness", meaning: "The share of the records or of the time about which everything needed is known." },
  { word: "Between … and …", meaning: "The lowest and the highest figure that the unknown part allows." },
];

/** The words of credits, for reports that have some. */
export const creditGlossary: Report["glossary"] = [
  { word: "Credit", meaning: "Money that the provider owes the customer for service levels that are not met." },
  { word: "Award", meaning: "The rule of a credit plan that says what a failure gives." },
  { word: "Amount at risk", meaning: "The part of the charges that weights divide and credits can reach." },
  {
    word: "Weight",
    meaning: "The share of the amount at risk that a service level stands for, set by notice from a day on.",
  },
  {
    word: "Limit",
    meaning: "The most that credits of a failure, a month or a year can come to, or the least that is given.",
  },
  { word: "Earn-back", meaning: "What the provider wins back of a credit by what it shows afterwards." },
  { word: "Bank", meaning: "Credits won back that are kept and set against later credits, never paid in cash." },
  { word: "Bonus", meaning: "What figures above a mark earn, set against credits or paid, as the plan says." },
  {
    word: "Settlement",
    meaning: "How a credit reaches the customer: against an invoice, or paid when the contract ends.",
  },
];
