import { saidBy } from "./check.ts";
import type { Derivation, Unlisted } from "./derivation.ts";
import type { ExplainContext } from "./setting.ts";

/** Children of a group: the first ones in full, the values of the others so that counts and sums still follow. */
export function listed<T>(
  show: ExplainContext["show"],
  all: readonly T[],
  make: { readonly node: (one: T, index: number) => Derivation; readonly value: (one: T) => Derivation["value"] },
): Pick<Derivation, "children" | "unlisted"> {
  const most = show === "all" ? all.length : show;
  return {
    children: all.slice(0, most).map(make.node),
    unlisted: together(all.slice(most).map(make.value)),
  };
}

/** Equal values as one entry with how often they come. */
export function together(values: readonly Derivation["value"][]): readonly Unlisted[] {
  const kept = new Map<string, { value: Derivation["value"]; times: number }>();
  for (const value of values) {
    const key = `${value.kind} ${saidBy(value)}`;
    const known = kept.get(key);
    if (known) known.times += 1;
    else kept.set(key, { value, times: 1 });
  }
  return [...kept.values()];
}
