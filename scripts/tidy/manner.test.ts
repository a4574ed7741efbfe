import { describe } from "vitest";
import { importEndings, migrationsNamed, names, noMachinePath, noRegistry, size, words } from "./manner.ts";
import { testPaths, testTwins } from "./twins.ts";

describe("refused", () =>
  testTwins([
    {
      name: "a long file",
      rule: size,
      path: "src/desk/a.ts",
      bad: "\n".repeat(251),
      good: "\n".repeat(250),
    },
    {
      name: "any",
      rule: words,
      path: "src/desk/a.ts",
      bad: `const a = b as any;`,
      good: `const a = "any"; /* any */`,
    },
    {
      name: "any in a type argument",
      rule: words,
      path: "src/desk/a.ts",
      bad: `const a: Record<string, any> = b;`,
      good: `import { all, any } from "./b.ts"; const a = c ? d : any(e);`,
    },
    {
      name: "non-null",
      rule: words,
      path: "src/desk/a.ts",
      bad: `const a = b[0]!.c;`,
      good: `const a = b !== c && !d;`,
    },
    {
      name: "default export",
      rule: words,
      path: "src/desk/a.ts",
      bad: `export default 1;`,
      good: `export const a = 1;`,
    },
    {
      name: "export all",
      rule: words,
      path: "src/desk/a.ts",
      bad: `export * from "./b.ts";`,
      good: `export const a = b * c;`,
    },
    {
      name: "barrel",
      rule: words,
      path: "src/desk/a.ts",
      bad: `export type { A } from "./b.ts";`,
      good: `export type A = { b: 1 };`,
    },
    {
      name: "enum",
      rule: words,
      path: "src/desk/a.ts",
      bad: `enum A {}`,
      good: `const a = "enum A {}";`,
    },
    {
      name: "namespace",
      rule: words,
      path: "src/desk/a.ts",
      bad: `namespace A {}`,
      good: `const a = "namespace A {}";`,
    },
    {
      name: "boolean parameter",
      rule: words,
      path: "src/desk/a.ts",
      bad: `function a(b: string, c: boolean): void {}`,
      good: `function a(b: string): boolean {}`,
    },
    {
      name: "a promise",
      rule: words,
      path: "src/desk/a.ts",
      bad: `// TODO later`,
      good: `// to do later`,
    },
    {
      name: "a repair",
      rule: words,
      path: "src/desk/a.ts",
      bad: `// FIXME`,
      good: `// fix`,
    },
    {
      name: "a silenced compiler",
      rule: words,
      path: "src/desk/a.ts",
      bad: `// @ts-ignore`,
      good: `// ts`,
    },
    {
      name: "only one test",
      rule: words,
      path: "src/desk/a.test.ts",
      bad: `test.only("a", b);`,
      good: `test("only", b);`,
    },
    {
      name: "an import without ending",
      rule: importEndings,
      path: "src/desk/a.ts",
      bad: `import { b } from "./b";`,
      good: `import { b } from "./b.ts";`,
    },
    {
      name: "a home folder",
      rule: noMachinePath,
      path: "docs/a.md",
      bad: `see /home/jo/a`,
      good: `see docs/home/jo`,
    },
    {
      name: "a folder of Windows",
      rule: noMachinePath,
      path: "docs/a.md",
      bad: String.raw`see C:\Users`,
      good: `see C: Users`,
    },
    {
      name: "a registry",
      rule: noRegistry,
      path: ".npmrc",
      bad: `registry=https://registry.example.org`,
      good: `save-exact=true`,
    },
    {
      name: "an address in the lock",
      rule: noRegistry,
      path: "package-lock.json",
      bad: `"resolved": "https://a.example/b.tgz"`,
      good: `"integrity": "x"`,
    },
  ]));

describe("a path that is refused", () =>
  testPaths([
    { rule: names, bad: "src/desk/aB.ts", good: "src/desk/a-b.ts" },
    { rule: names, bad: "src/Desk/a.ts", good: "README.md" },
    { rule: migrationsNamed, bad: "src/desk/a.sql", good: "src/store/migrations/0001-first-tables.sql" },
    { rule: migrationsNamed, bad: "src/store/migrations/0001.sql", good: "src/store/migrate.ts" },
  ]));
