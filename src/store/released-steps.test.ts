import { describe, expect, test } from "vitest";
import { migrations } from "./migrate.ts";

/** Steps that databases out there were made by. A new step gets its line when it is released; a line never changes. */
const released: readonly (readonly [name: string, sha256: string])[] = [
  ["0001-roles-and-borders.sql", "42bf5c6b61c66a13e7a6332825cb84cd9a712c1e8168a9d7600fcef555264d8c"],
  ["0002-parties-people-contracts.sql", "aaa98bd52bcd5f1cf8250c71e55f9b71a739687bd571824cef0fbdb5dd757b72"],
  ["0003-records-and-clocks.sql", "e766a2940947b233273d2c7aa3f199700a9a9cdf6940635093b5f8a5c5ba2122"],
  ["0004-results-and-process.sql", "609e6e069c7d6e826ad1efceadea3cfbc2b9f80bebb474d72d2b8d87479b601a"],
  ["0005-sign-in.sql", "76aa8a91370e233bb1f5f02ddd0e891fbe996db0257944fe7558120c85c29915"],
  ["0006-backup-and-retention.sql", "bab1f4e776b40dde55c93690030214374c2f8433203e17930ae0c2158277a1f1"],
];

describe("a released step", () => {
  test.each(released)("%s keeps its text", async (name, sha256) => {
    const step = (await migrations()).find((one) => one.name === name);
    expect(step?.sha256, "write a new step instead of changing a released one").toBe(sha256);
  });
});
