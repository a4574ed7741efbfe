import { seed, tries } from "./laws.ts";

/** Runs once before all tests. */
export function setup(): void {
  console.log(`laws: seed ${seed}, ${tries()} tries each (UNDERPIN_SEED and UNDERPIN_EFFORT change them)`);
}
