import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readAgreement } from "../../src/wire/agreement/load.ts";
import { libraryShapes } from "../../src/wire/library/library.ts";
import { evaluateCase } from "./evaluate-case.ts";
import { figureText } from "./figure-text.ts";
import type { Story } from "./row.ts";
import { libraryFolder } from "./write-library.ts";

const told = parse(readFileSync(join(import.meta.dirname, "library.yaml"), "utf8"), { schema: "failsafe" });
const stories = told as Readonly<Record<string, Story>>;

describe("the ready service levels measure what they say", () => {
  test("each of them has a story", () => expect(Object.keys(stories)).toEqual(libraryShapes.map(({ id }) => id)));

  test.each(Object.entries(stories))("%s", (id, story) => {
    const file = { name: `${id}.yaml`, text: readFileSync(join(libraryFolder, `${id}.yaml`), "utf8") };
    const { document } = readAgreement([file]);
    if (document === null) throw new Error(`${id} cannot be read`);
    const outcome = evaluateCase({ document, agreement: "tern-sla", level: id }, { period: "2026-02", ...story });
    expect(outcome).toEqual({ figure: figureText(story.figure), verdict: story.verdict });
  });
});
