import { describe, expect, test } from "vitest";
import { exampleLevels } from "../fixture/example-levels.ts";
import { storyContext, storyLevel, storyResult } from "./fixture/example-story.ts";
import { whyNot } from "./why-not.ts";

const ask = (record: string) =>
  whyNot({ record, results: [storyResult()], levels: [storyLevel] }, storyContext).map(({ answer, because, term }) => ({
    answer,
    because,
    term: term?.path.split("incident-resolution.")[1] ?? null,
  }));

describe("why a record does not count", () => {
  test.each([
    ["INC-47101", "Left out: Raised twice or in error.", "except"],
    ["INC-47102", "It belongs to workplace, outside this promise.", "services"],
    ["INC-48213", /8:00:00/, null],
    ["INC-0", "No record with this number was read.", null],
  ])("%s", (record, because, term) => {
    const [answer] = ask(record);
    if (typeof because === "string") expect(answer?.because).toBe(because);
    else expect(answer?.because).toMatch(because);
    expect(answer?.term).toBe(term);
  });

  test("a priority without a row, a record called off, one that still runs", () => {
    expect(ask("INC-47103")[0]?.term).toBe("clock.per_priority");
    expect(ask("INC-47104")[0]?.answer).toBe("does not count");
    expect(ask("INC-47105")[0]?.answer).toBe("does not count");
  });

  test("a record of another kind than the level counts", () => {
    const levels = [exampleLevels["share of time"]];
    const [answer] = whyNot({ record: "INC-48213", results: [], levels }, storyContext);
    expect(answer).toMatchObject({
      answer: "does not count",
      because: "It is an incident; this service level counts outages.",
      term: { path: "agreements.harbour-sla.service_levels.claims-availability.of" },
    });
  });

  test("a record of another period", () => {
    const [answer] = whyNot({ record: "INC-48213", results: [], levels: [storyLevel] }, storyContext);
    expect(answer?.because).toBe(
      "It lived from Fri 27 Mar 2026 15:42:10 to Mon 30 Mar 2026 13:52:07, and nothing of it was judged in any period.",
    );
  });
});
