import { finding } from "../../finding/finding.ts";
import { type Fraction, fraction, most, over, plus, times, zero } from "../../number/fraction.ts";
import { writtenAll } from "./trace.ts";
import { type Staged, type Working, withStatement } from "./working.ts";

/** Stage 1: every base as an amount. A base that is not known yet holds the money, not the failures. */
export function freezeBases(working: Working): Staged {
  const names = Object.keys(working.plan.bases);
  const known = names.flatMap((name) => {
    const amount = baseOf(working, name, names.length);
    return amount === null ? [] : [[name, amount] as const];
  });
  const missing = names.filter((name) => !known.some(([found]) => found === name));
  const findings = missing.map((base) => finding("base-not-known", { facts: { base } }));
  const line = { stage: 1, rule: "bases", inputs: { missing: missing.join(", ") }, result: writtenAll(known) };
  const status = missing.length > 0 ? ("waiting for base" as const) : working.statement.status;
  return { value: withStatement(working, { bases: Object.fromEntries(known), status, findings }), line };
}

/** `deep` bounds the references, so that bases which name each other are not known instead of never found. */
function baseOf(working: Working, name: string, deep: number): Fraction | null {
  const { plan, facts } = working;
  const base = plan.bases[name];
  if (!base || deep < 0) return null;
  if (base.kind === "sum") {
    const parts = base.of.map((one) => baseOf(working, one, deep - 1));
    return parts.reduce((all, part) => (all === null || part === null ? null : plus(all, part)), zero);
  }
  if (base.kind === "part") return scaled(baseOf(working, base.of, deep - 1), base.share);
  if (base.kind === "scope") {
    const [part, whole] = [facts.bases[base.part], facts.bases[base.whole]];
    return part && whole && whole.n !== 0n ? scaled(baseOf(working, base.of, deep - 1), over(part, whole)) : null;
  }
  const amount = facts.bases[name] ?? (base.missing === "month before" ? facts.bases[`${name} before`] : null) ?? null;
  const floored = amount !== null && base.negative === "zero" ? most(amount, zero) : amount;
  const active = base.prorated === "days" ? facts.activeDays[name] : undefined;
  return active ? scaled(floored, over(active, fraction(facts.days))) : floored;
}

const scaled = (amount: Fraction | null, by: Fraction): Fraction | null => (amount === null ? null : times(amount, by));
