import { z } from "zod";
import { byId, byLevel, fields, list, reference, text } from "../fields.ts";
import { date } from "../quantity/day.ts";
import { currency } from "../quantity/money.ts";
import { term } from "../quantity/time.ts";
import { bonus, earnBack, improve, settled } from "./after.ts";
import { award, override, repeat, score } from "./award.ts";
import { base, rate } from "./base.ts";
import { limit, oneEvent, points } from "./limit.ts";
import { weightRules, weightSet } from "./weight.ts";

const notJudged = z.enum(["held", "missed"]).optional();

const before = {
  title: text.describe("What the plan is called"),
  for: reference.describe("Agreement it belongs to"),
  from: date.describe("First day; months before it are measured without credits"),
  until: date.optional().describe("Last day, included"),
  owner: reference.describe("Who answers for it"),
  clause: text.optional().describe("Clause that it stands on"),
  approved_by: list(reference).optional().describe("People who approve credits"),
  currency: currency.optional().meta({ description: "Currency of the credits", otherwise: "that of the contract" }),
  rates: list(rate).optional().describe("Rates of other currencies; nothing is converted at another"),
  bases: byId(base).describe("Amounts that shares are taken of"),
  categories: byId(list(reference)).optional().describe("Levels by category"),
  weight_rules: weightRules.optional().describe("How weights are set"),
  weights: list(weightSet).optional().describe("Sets of weights, each from a day on"),
  free_until: byLevel(date).optional().describe("Levels whose failures cost nothing up to a day, itself included"),
  undetermined: notJudged.meta({ description: "What an undetermined verdict is for credits", otherwise: "`held`" }),
  held: notJudged.meta({ description: "What a held verdict is for credits", otherwise: "`held`" }),
  score: score.optional().describe("A weighted score, by which rows can be picked"),
};

const after = {
  points: points.optional().describe("What points become"),
  repeat: repeat.optional().describe("A factor for failures one after the other"),
  one_event: oneEvent.optional().meta({
    description: "Which credit counts where one event causes several",
    otherwise: "`all`",
  }),
  chosen_within: term.optional().meta({
    description: "Time after the month within which the client chooses; then the highest counts",
    otherwise: "no deadline",
  }),
  exclusive_groups: list(list(reference))
    .optional()
    .describe("Groups of levels: within a group credits of one event add up, of the groups only the dearest counts"),
  override: override.optional().describe("Given instead of everything else"),
  limits: list(limit).optional().describe("Limits, applied in order"),
  earn_back: earnBack.optional().describe("What the supplier can win back"),
  bonus: bonus.optional().describe("What is given for more than was promised"),
  improve: list(improve).optional().describe("Targets that rise by themselves"),
  settled: settled.optional().describe("When it is paid"),
  claimed_within: term
    .optional()
    .meta({ description: "Time after the month within which it must be claimed", otherwise: "no claim is needed" }),
};

/** The shape of a credit plan; what belongs together is checked beside it. */
export const creditPlan = fields({
  ...before,
  awards: list(award).describe("What a miss gives"),
  ...after,
});
