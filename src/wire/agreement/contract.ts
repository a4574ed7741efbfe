import { fields, reference, text } from "./fields.ts";
import { date } from "./quantity/day.ts";
import { currency } from "./quantity/money.ts";
import { term } from "./quantity/time.ts";
import { clockRules, levelRules } from "./rules.ts";

export const rulesDocument = fields({ ...clockRules, ...levelRules });

export const contractSection = fields({
  id: text.describe("The id of the contract; other files name it in part_of"),
  title: text.describe("What the contract is called"),
  reference: text.optional().describe("The number or sign under which it is filed"),
  client: reference.describe("The party that receives the services"),
  supplier: reference.describe("The party that provides them"),
  signed: date.optional().describe("Day of signing"),
  from: date.describe("First day"),
  until: date.describe("Last day, included"),
  notice_to_end: term.optional().describe("Notice that ends the contract"),
  time_zone: text.describe("Zone by which days, months and due dates are counted, such as Europe/London"),
  currency: currency.describe("Currency of every amount"),
  law: text.optional().describe("The law that governs the contract"),
  language: text.optional().meta({ description: "Language of what is written from it", otherwise: "`en-GB`" }),
  rules: rulesDocument.optional().meta({
    description: "Rules for every service level of the contract",
    otherwise: "the usual rules",
  }),
});
