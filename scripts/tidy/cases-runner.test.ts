import { describe } from "vitest";
import { noArithmetic, noCaseId } from "./cases-runner.ts";
import { testTwins } from "./twins.ts";

describe("refused in the runner of the cases", () =>
  testTwins([
    {
      name: "a quotient",
      rule: noArithmetic,
      path: "scripts/cases/a.ts",
      bad: `const a = one.expect.sli / 100;`,
      good: `const a = [one.expect.sli, 100];`,
    },
    {
      name: "a difference",
      rule: noArithmetic,
      path: "scripts/cases.ts",
      bad: `const a = got - b.expected;`,
      good: `const a = same(b.expected, got);`,
    },
    {
      name: "a rounding",
      rule: noArithmetic,
      path: "scripts/cases/a.ts",
      bad: `const a = Math.round(b.expect);`,
      good: `const a = Math.round(b.input);`,
    },
    {
      name: "a case by its id",
      rule: noCaseId(new Set(["ab-1"])),
      path: "scripts/cases/a.ts",
      bad: `if (id === "ab-1") return;`,
      good: `if (id === "ab-12") return;`,
    },
  ]));
