import { expect, test } from "vitest";
import { fraction } from "../number/fraction.ts";
import { duration } from "../time/instant.ts";
import { warningTerms } from "./warning-terms.ts";

const ids = (warnings: Parameters<typeof warningTerms>[0]["warnings"]) =>
  warningTerms({ warnings }).map(({ id, tell }) => [id, ...tell].join(" "));

test("an agreement that says nothing warns at half, three quarters and nine tenths", () => {
  expect(ids(undefined)).toEqual(["50%", "75%", "90%"]);
});

test("marks are named as they are written", () => {
  const before = (seconds: number) =>
    ({ kind: "before", allowed: { kind: "time", seconds: duration(seconds) } }) as const;
  const share = (n: number, d: number) => ({ kind: "share used", share: fraction(n, d) }) as const;
  const days = { kind: "before", allowed: { kind: "business days", count: 2 } } as const;
  const day = { kind: "before", allowed: { kind: "days", count: 1 } } as const;
  const marks = [share(3, 4), share(1, 8), share(1, 3), before(5400), before(30), before(0), days, day];
  expect(ids(marks.map((at) => ({ at, tell: [] })))).toEqual([
    ...["75%", "12.5%", "100/3%", "1h 30m before", "30s before", "0s before"],
    ...["2 business days before", "1 day before"],
  ]);
});

test("one mark is one warning, told to all", () => {
  const at = { kind: "share used", share: fraction(1, 2) } as const;
  expect(
    ids([
      { at, tell: ["desk", "lead"] },
      { at, tell: ["lead", "vendor"] },
    ]),
  ).toEqual(["50% desk lead vendor"]);
  expect(ids([])).toEqual([]);
});
