import type { StampOrder } from "../../wire/mapping/stamps.ts";

/** What the stamps of a column show about the order of their parts. */
export interface StampEvidence {
  dates: number;
  yearFirst: number;
  /** Stamps whose first or second part can only be a day. */
  dayFirst: number;
  daySecond: number;
  offsets: number;
  halves: number;
  epochs: number;
  epochsInMilliseconds: number;
  /** One stamp that decided, to be shown. */
  example: string;
}

export const emptyEvidence = (): StampEvidence => ({
  dates: 0,
  yearFirst: 0,
  dayFirst: 0,
  daySecond: 0,
  offsets: 0,
  halves: 0,
  epochs: 0,
  epochsInMilliseconds: 0,
  example: "",
});

const form =
  /^(\d{1,4})[/.-](\d{1,2}|[A-Za-z]{3,9})[/.-](\d{1,4})(?:[ T,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/;

/** No stamp has more characters. */
const longest = 64;

/** Adds what one cell shows. */
export function weigh(evidence: StampEvidence, text: string): void {
  const match = text.length > longest ? null : form.exec(text);
  if (!match) {
    if (/^1\d{9}$/.test(text)) evidence.epochs += 1;
    else if (/^1\d{12}$/.test(text)) evidence.epochsInMilliseconds += 1;
    return;
  }
  evidence.dates += 1;
  if (evidence.example === "") evidence.example = text;
  if (match[4]) evidence.halves += 1;
  if (match[5]) evidence.offsets += 1;
  if (match[1]?.length === 4) evidence.yearFirst += 1;
  else if (Number(match[1]) > 12) decided(evidence, "dayFirst", text);
  else if (Number(match[2]) > 12) decided(evidence, "daySecond", text);
  else if (Number.isNaN(Number(match[2]))) decided(evidence, "dayFirst", text);
}

function decided(evidence: StampEvidence, which: "dayFirst" | "daySecond", text: string): void {
  if (evidence.dayFirst + evidence.daySecond === 0) evidence.example = text;
  evidence[which] += 1;
}

/** The order of the stamps of a file with its reason; not sure where no stamp decides. */
export interface OrderGuess {
  readonly order: StampOrder;
  readonly time: "24 hours" | "12 hours";
  readonly sure: boolean;
  readonly reason: string;
}

type Counted = Exclude<keyof StampEvidence, "example">;

/** Weighs the stamps of all columns of a file together: one of them above 12 decides for all. */
export function orderOf(all: readonly StampEvidence[]): OrderGuess {
  const sum = (key: Counted): number => all.reduce((n, each) => n + each[key], 0);
  const example = (key: Counted): string => all.find((each) => each[key] > 0)?.example ?? "";
  return { ...guessed(sum, example), time: sum("halves") > 0 ? "12 hours" : "24 hours" };
}

type Guessed = Omit<OrderGuess, "time">;

function guessed(sum: (key: Counted) => number, example: (key: Counted) => string): Guessed {
  const [dates, dayFirst, daySecond] = [sum("dates"), sum("dayFirst"), sum("daySecond")];
  if (dates === 0) return epochOrder(sum("epochs"), sum("epochsInMilliseconds"));
  if (dayFirst > 0 && daySecond > 0) {
    const reason = `${dayFirst} stamps can only begin with the day, ${daySecond} only with the month: they are mixed`;
    return perhaps(dayFirst >= daySecond ? "day month year" : "month day year", reason);
  }
  if (dayFirst > 0) return surely("day month year", `'${example("dayFirst")}' can only begin with the day`);
  if (daySecond > 0) return surely("month day year", `'${example("daySecond")}' can only begin with the month`);
  if (sum("offsets") >= dates * 0.99) return surely("with offset", `'${example("offsets")}' carries its offset`);
  if (sum("yearFirst") > 0) return surely("year month day", `'${example("yearFirst")}' begins with the year`);
  return perhaps("day month year", "no stamp has a part above 12: day and month could be exchanged");
}

function epochOrder(seconds: number, milliseconds: number): Guessed {
  if (milliseconds > seconds) return surely("epoch milliseconds", "stamps have thirteen digits");
  if (seconds > 0) return surely("epoch seconds", "stamps have ten digits");
  return perhaps("year month day", "no column looks like a stamp");
}

const surely = (order: StampOrder, reason: string): Guessed => ({ order, sure: true, reason });
const perhaps = (order: StampOrder, reason: string): Guessed => ({ order, sure: false, reason });
