import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demoFiles } from "./manifest.ts";
import { writeDemo } from "./write-demo.ts";

const files = demoFiles(11);

test("the same seed gives the same bytes, another seed other ones", () => {
  // compared as equal or not: a difference of megabytes is nothing to print
  expect(demoFiles(11).map(({ text }, index) => text === files[index]?.text)).toEqual(files.map(() => true));
  expect(demoFiles(12).map(({ text }, index) => text === files[index]?.text)).toEqual(files.map(() => false));
});

test("every row has as many cells as the header, none of them odd", () => {
  for (const { file, text } of files) {
    const separator = file === "surveys.csv" ? ";" : ",";
    const cells = text
      .trimEnd()
      .split("\n")
      .map((row) => row.split(separator).length);
    expect([file, new Set(cells).size]).toEqual([file, 1]);
    expect(text).not.toMatch(/NaN|undefined|Infinity|"/);
  }
});

test("files and their mappings are written and named", async () => {
  const folder = await mkdtemp(join(tmpdir(), "demo-"));
  try {
    const { files: written } = await writeDemo(folder, 11);
    const texts = await Promise.all(written.map(({ file }) => readFile(file, "utf8")));
    expect(texts.map((text, index) => text === files[index]?.text)).toEqual(files.map(() => true));
    const sizes = await Promise.all(written.map(async ({ file }) => (await stat(file)).size));
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(40_000_000);
    expect(written.map(({ mapping }) => mapping)).toEqual(files.map(({ mapping }) => mapping));
  } finally {
    await rm(folder, { recursive: true });
  }
});
