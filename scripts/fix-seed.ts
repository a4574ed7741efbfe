/** Runs before each test file: every law starts from the seed that was printed. */
import fc from "fast-check";
import { seed, tries } from "./laws.ts";

fc.configureGlobal({ seed, numRuns: tries() });
