import type { CreditEntry } from "../../credit/entry.ts";
import type { CreditMonth } from "../../credit/run/month.ts";
import { longDay } from "../words/dates.ts";
import { all } from "../words/list.ts";
import { moneyText } from "../words/money.ts";
import { factWord } from "./fact-word.ts";
import { titleOf } from "./line-reports.ts";
import { numberText } from "./step-words.ts";

/** What people stated about a month, with who, when and why. */
export const statedLines = (month: CreditMonth, nameOf: (id: string) => string): readonly string[] =>
  month.entries.map((entry) => {
    const about = entry.level === null ? "" : `${titleOf(month, entry.level)}: `;
    return `${about}${saidText(month, entry)} (${nameOf(entry.by)}, ${longDay(entry.on)}: ${entry.reason})`;
  });

function saidText(month: CreditMonth, { said }: CreditEntry): string {
  switch (said.kind) {
    case "base":
      return `${said.base} is ${moneyText(said.amount)}`;
    case "amount":
      return `the credit is ${moneyText(said.amount)}`;
    case "facts": {
      const numbers = Object.entries(said.facts).map(([name, value]) => `${factWord(name)} ${numberText(value)}`);
      const words = Object.entries(said.words).map(([name, word]) => `${factWord(name)} ${word}`);
      return all([...numbers, ...words]);
    }
    case "flag":
      return `“${said.flag}” is set`;
    case "claim":
      return "claimed";
    case "event": {
      const levels = all(said.levels.map((level) => titleOf(month, level)));
      const chosen = said.chosen === null ? "" : `; the client chose ${titleOf(month, said.chosen)}`;
      return `${levels} failed by one event, ${said.event}${chosen}`;
    }
    case "waiver":
      return said.amount ? `${moneyText(said.amount)} is given up` : "the credit is given up";
    case "dispute":
      return "the credit is disputed";
  }
}
