import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCreditsCase } from "../../credits.ts";
import type { Input } from "../read.ts";
import { wordsOf } from "../watched.ts";

/** A case in the shape of credits.json, with numbers of our own. */
export interface OwnCase {
  readonly id: string;
  readonly scheme: string;
  readonly input: Input;
  readonly expected: Input;
}

const folder = process.env.UNDERPIN_CASES ?? join(import.meta.dirname, "..", "..", "..", "..", "..", "shared", "cases");

/** Runs the cases; where the list of words lies beside the project, none of a scheme may be without a case. */
export function ownCases(cases: readonly OwnCase[]): void {
  test.each(cases)("$id ($scheme)", (one) => {
    const { setAside, differences } = runCreditsCase(one);
    expect({ setAside, differences }).toEqual({ setAside: null, differences: [] });
  });

  const schemes = [...new Set(cases.map(({ scheme }) => scheme))];
  test.each(schemes)("%s: every word has a case", (scheme, context) => {
    const list = join(folder, "credits-input.md");
    if (!existsSync(list)) return context.skip(`there is no list of words at ${list}`);
    const all = [...cases, ...(JSON.parse(readFileSync(join(folder, "credits.json"), "utf8")) as OwnCase[])];
    const used = (part: "input" | "expected"): Set<string> =>
      new Set(all.filter((one) => one.scheme === scheme).flatMap((one) => wordsOf(one[part], "")));
    const words = listed(readFileSync(list, "utf8"), scheme);
    const missing = (part: "input" | "expected"): string[] => words[part].filter((word) => !used(part).has(word));
    expect({ input: missing("input"), expected: missing("expected") }).toEqual({ input: [], expected: [] });
  });
}

function listed(text: string, scheme: string): Readonly<Record<"input" | "expected", readonly string[]>> {
  const section = text.split("\n## ").find((one) => one.startsWith(scheme)) ?? "";
  const words = (part: string): string[] =>
    [...(new RegExp(`^${part}: (.*)$`, "m").exec(section)?.[1] ?? "").matchAll(/`([^`]+)`/g)].map(
      ([, word]) => word ?? "",
    );
  return { input: words("Input"), expected: words("Expected") };
}
