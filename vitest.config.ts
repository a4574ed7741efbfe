import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "stories/**/*.test.ts", "scripts/**/*.test.ts", "sim/**/*.test.ts"],
    pool: "threads",
    maxWorkers: 2,
    testTimeout: 20_000,
    setupFiles: ["scripts/fix-seed.ts"],
    globalSetup: ["scripts/announce-seed.ts"],
  },
});
