import { expect, test } from "vitest";
import { shareOf } from "../../engine/measure/tally.ts";
import { type Count, measurementOf } from "./counted.ts";

const none = { good: 0, bad: 0, unknown: 0 };

test.each<[Count, Count]>([
  [none, none],
  [none, { good: 1, bad: 2, unknown: 0 }],
  [
    { good: 0, bad: 0, unknown: 3 },
    { good: 0, bad: 0, unknown: 3 },
  ],
  [
    { good: 7, bad: 2, unknown: 1 },
    { good: 9, bad: 5, unknown: 0 },
  ],
])("%o as agreed and %o bare are the share of so many items", (own, bare) => {
  const measurement = measurementOf({ own, bare });
  const items = measurementOf({ own, bare: none }).items;
  const raw = measurementOf({ own: bare, bare: none }).items;
  expect(items).toHaveLength(own.good + own.bad + own.unknown);
  expect({ ...measurement }).toEqual(shareOf({ items, raw }));
});
