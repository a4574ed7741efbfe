import { defineConfig } from "vitest/config";

const everything = ["src/**/*.test.ts", "stories/**/*.test.ts", "scripts/**/*.test.ts", "sim/**/*.test.ts"];
/** Tests that run on a database, once on the embedded one and once on a server. */
const onDatabase = ["store", "activities", "jobs", "api", "serve"].map((room) => `src/${room}/**/*.test.ts`);
/** Those of them that need none. */
const withoutDatabase = ["src/activities/rasci/**/*.test.ts"];

const shared = {
  pool: "threads" as const,
  testTimeout: 20_000,
  hookTimeout: 60_000,
  setupFiles: ["scripts/fix-seed.ts"],
};
const onA = (database: "embedded" | "server") => ({
  extends: true as const,
  test: {
    ...shared,
    name: database,
    include: onDatabase,
    exclude: withoutDatabase,
    env: { UNDERPIN_TEST_DATABASE: database },
    globalSetup: ["scripts/databases.ts"],
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "plain",
          include: [...everything, ...withoutDatabase],
          exclude: onDatabase.map((path) => path.replace("activities/**", "activities/!(rasci)/**")),
          globalSetup: ["scripts/announce-seed.ts"],
        },
      },
      onA("embedded"),
      onA("server"),
    ],
  },
});
