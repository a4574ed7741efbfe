/** `npm test`: everything. */
import { gate } from "./gate.mjs";

await gate(process.argv.slice(2));
