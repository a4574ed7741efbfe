import { canonical, sha256 } from "../../store/canonical.ts";
import type { ReadMonth } from "./month-order.ts";

/** Digests of what a month was measured from, beside that of its facts: whoever has them can verify the figures. */
export const digestsOf = ({ text, order }: ReadMonth): Readonly<Record<string, string>> => ({
  text: text.sha256,
  ends: sha256(canonical([...order.ends])),
  stated: sha256(canonical(order.stated)),
  takings: sha256(canonical(order.takings)),
});
