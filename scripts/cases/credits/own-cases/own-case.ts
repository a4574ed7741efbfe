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

  for (const scheme of new Set(cases.map((one) => one.scheme))) {
    test(`${scheme}: every word has a case`, (context) => {
      const [list, sample] = [join(folder, "credits-input.md"), join(folder, "credits.json")];
      if (!existsSync(list) || !existsSync(sample)) return context.skip(`there is no list of words in ${folder}`);
      const all = [...cases, ...(JSON.parse(readFileSync(sample, "utf8")) as OwnCase[])];
      expect(wordsWithout(all, scheme, readFileSync(list, "utf8"))).toEqual({ input: [], expected: [] });
    });
  }
}

/** Words of a scheme's list that none of the cases uses. */
function wordsWithout(all: readonly OwnCase[], scheme: string, list: string) {
  const own = all.filter((one) => one.scheme === scheme);
  const words = listed(list, scheme);
  const missing = (part: "input" | "expected"): string[] => {
    const used = new Set(own.flatMap((one) => wordsOf(one[part], "")));
    return words[part].filter((word) => !used.has(word));
  };
  return { input: missing("input"), expected: missing("expected") };
}

function listed(text: string, scheme: string): Readonly<Record<"input" | "expected", readonly string[]>> {
  const section = text.split("\n## ").find((one) => one.startsWith(scheme)) ?? "";
  const words = (part: string): string[] =>
    [...(new RegExp(`^${part}: (.*)$`, "m").exec(section)?.[1] ?? "").matchAll(/`([^`]+)`/g)].map(
      ([, word]) => word ?? "",
    );
  return { input: words("Input"), expected: words("Expected") };
}
