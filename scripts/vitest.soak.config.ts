import { defineConfig, mergeConfig } from "vitest/config";
import usual from "../vitest.config.ts";

/** Twenty times the tries unless UNDERPIN_EFFORT says otherwise; give another UNDERPIN_SEED to walk other ground. */
process.env.UNDERPIN_EFFORT ??= "20";

export default mergeConfig(usual, defineConfig({ test: { testTimeout: 900_000 } }));
