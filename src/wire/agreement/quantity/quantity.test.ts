import { describe, expect, test } from "vitest";
import { fraction } from "../../../engine/number/fraction.ts";
import { dayOf } from "../../../engine/time/civil.ts";
import type { Read } from "../read.ts";
import { readDate, readPoint } from "./day.ts";
import { readHours } from "./hours.ts";
import { readMark } from "./mark.ts";
import { readMoney } from "./money.ts";
import { readCount, readDecimals, readFactor, readPeriods, readShare } from "./number.ts";
import { readRecurring } from "./recurring.ts";
import { readAllowed, readTerm, readWarningAt } from "./time.ts";

const time = (seconds: number) => ({ kind: "time", seconds });

describe("a quantity is read exactly as it is written", () => {
  const rows: readonly (readonly [string, (text: string) => Read<unknown>, unknown])[] = [
    ["95%", readShare, fraction(19, 20)],
    ["99.90%", readShare, fraction(999, 1000)],
    ["0%", readShare, fraction(0)],
    ["0.1%", readShare, fraction(1, 1000)],
    ["20", readCount, 20],
    ["1.5", readFactor, fraction(3, 2)],
    ["2 periods", readPeriods, 2],
    ["exact", readDecimals, null],
    ["2 decimals", readDecimals, 2],
    ["1h 30m", readAllowed, time(5400)],
    ["1h30m", readAllowed, time(5400)],
    ["30s", readAllowed, time(30)],
    ["43200m", readAllowed, time(2_592_000)],
    ["2 business days", readAllowed, { kind: "business days", count: 2 }],
    ["1 day", readAllowed, { kind: "days", count: 1 }],
    ["6 months", readTerm, { kind: "months", count: 6 }],
    ["2 years", readTerm, { kind: "months", count: 24 }],
    ["3 weeks", readTerm, { kind: "days", count: 21 }],
    ["75%", readWarningAt, { kind: "share used", share: fraction(3, 4) }],
    ["1h before", readWarningAt, { kind: "before", allowed: time(3600) }],
    ["at least 95%", readMark, { direction: "at least", quantity: { unit: "share", value: fraction(19, 20) } }],
    ["less than 10s", readMark, { direction: "less than", quantity: { unit: "time", value: fraction(10) } }],
    ["more than 3", readMark, { direction: "more than", quantity: { unit: "number", value: fraction(3) } }],
    ["at least 4.2", readMark, { direction: "at least", quantity: { unit: "number", value: fraction(21, 5) } }],
    ["400.00 GBP", readMoney, { amount: fraction(400), currency: "GBP" }],
    ["2026-10-01", readDate, dayOf(2026, 10, 1)],
    ["2026-10-01", readPoint, { kind: "date", day: dayOf(2026, 10, 1) }],
    ["2026-10-01 08:30", readPoint, { kind: "wall", day: dayOf(2026, 10, 1), second: 30_600 }],
    ["1970-01-01T01:00:30+01:00", readPoint, { kind: "instant", at: 30 }],
    ["1970-01-02T00:00Z", readPoint, { kind: "instant", at: 86_400 }],
    ["08:30-12:30", readHours, { from: 30_600, to: 45_000 }],
    ["00:00-24:00", readHours, { from: 0, to: 86_400 }],
    ["22:00-07:00", readHours, { from: 79_200, to: 25_200 }],
    ["8th business day", readRecurring, "8th business day"],
    ["last Friday", readRecurring, "last Friday"],
    ["29 February", readRecurring, "29 February"],
  ];
  test.each(rows)("%s", (text, read, value) => expect(read(text)).toEqual({ value }));
});

describe("what is not a quantity is refused by name", () => {
  const rows: readonly (readonly [string, (text: string) => Read<unknown>, string])[] = [
    ["95", readShare, "unit-missing"],
    ["0.95", readShare, "unit-missing"],
    ["-5%", readShare, "share-unreadable"],
    ["95 %", readShare, "share-unreadable"],
    ["1e2%", readShare, "share-unreadable"],
    ["1.5", readCount, "count-unreadable"],
    ["1,000", readCount, "count-unreadable"],
    ["8", readAllowed, "unit-missing"],
    ["1.5h", readAllowed, "time-unreadable"],
    ["30m 1h", readAllowed, "time-unreadable"],
    ["soon", readAllowed, "time-unreadable"],
    ["", readAllowed, "time-unreadable"],
    ["6 months", readAllowed, "time-unreadable"],
    ["95", readMark, "unit-missing"],
    ["95%", readMark, "direction-missing"],
    ["at least", readMark, "mark-unreadable"],
    ["atleast 95%", readMark, "mark-unreadable"],
    ["400.00", readMoney, "unit-missing"],
    ["1,400.00 GBP", readMoney, "money-unreadable"],
    ["2026-02-29", readDate, "no-such-date"],
    ["2026-13-01", readDate, "no-such-date"],
    ["01.10.2026", readDate, "date-unreadable"],
    ["2026-10-01 25:00", readPoint, "time-unreadable"],
    ["22:00-22:00", readHours, "empty-hours"],
    ["24:00-01:00", readHours, "hours-unreadable"],
    ["8:30-12:30", readHours, "hours-unreadable"],
    ["08:30-25:00", readHours, "hours-unreadable"],
    ["31 June", readRecurring, "day-unreadable"],
    ["5 decimals", readDecimals, "decimals-unreadable"],
    ["0 periods", readPeriods, "periods-unreadable"],
  ];
  test.each(rows)("%j", (text, read, code) => expect(read(text)).toMatchObject({ refusal: { code } }));
});
