import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const text = readFileSync(join(root, "docs/security.md"), "utf8");

/** The requirements of levels 1 and 2 of OWASP ASVS 5.0 by their numbers: `1.1 2` are 1.1.1 and 1.1.2. */
const sections = `1.1 2, 1.2 9, 1.3 11, 1.4 3, 1.5 2, 2.1 3, 2.2 3, 2.3 4, 2.4 1, 3.2 2, 3.3 4, 3.4 6, 3.5 5, 3.7 2, 4.1 3, 4.2 1,
  4.3 2, 4.4 4, 5.1 1, 5.2 3, 5.3 2, 5.4 3, 6.1 3, 6.2 12, 6.3 4, 6.4 4, 6.5 5, 6.6 3, 6.8 4, 7.1 3, 7.2 4, 7.3 2, 7.4 5,
  7.5 2, 7.6 2, 8.1 2, 8.2 3, 8.3 1, 8.4 1, 9.1 3, 9.2 4, 10.1 2, 10.2 2, 10.3 4, 10.4 11, 10.5 5, 10.6 2, 10.7 3, 11.1 2,
  11.2 3, 11.3 3, 11.4 4, 11.5 1, 11.6 1, 12.1 3, 12.2 2, 12.3 4, 13.1 1, 13.2 5, 13.3 2, 13.4 5, 14.1 2, 14.2 4, 14.3 3,
  15.1 3, 15.2 3, 15.3 7, 16.1 1, 16.2 5, 16.3 4, 16.4 3, 16.5 3, 17.1 1, 17.2 4, 17.3 2`;
const upTo = (section: string, first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => `${section}.${first + at}`);
const wanted = sections.split(",").flatMap((each) => {
  const [section = "", count] = each.trim().split(" ");
  return upTo(section, 1, Number(count));
});

interface Line {
  readonly numbers: readonly string[];
  readonly how: string;
  readonly shown: string;
}

const lines: readonly Line[] = text.split("\n").flatMap((line) => {
  const [, numbers = "", , how = "", shown = ""] = line.split("|").map((cell) => cell.trim());
  return /^\d+\.\d+\.\d+/.test(numbers) ? [{ numbers: numbers.split(", ").flatMap(spread), how, shown }] : [];
});

/** `1.2.6–1.2.8` are three. */
function spread(numbers: string): readonly string[] {
  const [first = "", last = first] = numbers.split("–");
  const number = (of: string): number => Number(of.slice(of.lastIndexOf(".") + 1));
  return upTo(first.slice(0, first.lastIndexOf(".")), number(first), number(last));
}

describe("the list of what protects an installation", () => {
  test("answers every requirement up to level 2, each once", () => {
    expect(lines.flatMap(({ numbers }) => numbers).toSorted()).toEqual(wanted.toSorted());
    expect(wanted.length).toBe(253);
  });

  test("names tests that are there", () => {
    const named = [...text.matchAll(/`([\w/.-]+\.test\.ts)`/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("says of each line what shows it, or that it is not met, not used, or another's to see to", () => {
    const honest = /not met|not shown|not used|none are given out|^below$|proxy|whoever runs it|lock file/i;
    const silent = lines.filter(({ shown, how }) => !/test\.ts|by reading/.test(shown) && !honest.test(how));
    expect(silent).toEqual([]);
  });
});
