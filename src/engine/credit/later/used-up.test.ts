import { expect, test } from "vitest";
import { fraction } from "../../number/fraction.ts";
import { isUsedUp } from "./used-up.ts";

test.each([
  [[30, 9], false],
  [[30, 10], true], // exactly at the cap
  [[30, 11], true],
])("credits of %j have reached a cap of 40: %s", (credits, reached) =>
  expect(
    isUsedUp(
      fraction(40),
      credits.map((one) => fraction(one)),
    ),
  ).toBe(reached),
);
