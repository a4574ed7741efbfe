/** `npm run check`: what every change must hold, in under a minute: types, lint, tidy, engine and wire. */
import { gate } from "./gate.mjs";

await gate(["src/engine", "src/wire", "scripts/tidy"]);
