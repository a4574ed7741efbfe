import type { ContractTerms } from "../../agreement/terms.ts";
import { type Span, unite } from "../../time/span.ts";
import { partsOf, reachOf } from "../belongs.ts";
import { enoughDown } from "./enough-down.ts";
import type { Outage } from "./outages.ts";

/**
 * When a service or component was down: by outages of its own, of a part of it, or when fewer than agreed of what it
 * depends on were up. Outages that name nothing bring everything down.
 */
export function downOf(
  contract: Pick<ContractTerms, "catalogue">,
  target: string | null,
  outages: readonly Outage[],
): Span[] {
  if (target === null) return unite(outages.flatMap(({ spans }) => spans));
  const reach = reachOf(contract, [target]);
  const own = Map.groupBy(outages, (outage) => hitBy(outage, reach) ?? target);
  return down(target, new Set());

  function down(id: string, above: ReadonlySet<string>): Span[] {
    if (above.has(id)) return [];
    const path = new Set([...above, id]);
    const item = contract.catalogue[id];
    const needed = (item?.dependsOn ?? []).flatMap(({ atLeast, of }) =>
      enoughDown(
        of.map((each) => down(each, path)),
        of.length - atLeast + 1,
      ),
    );
    const parts = partsOf(contract.catalogue, id).flatMap((each) => down(each, path));
    const direct = (own.get(id) ?? []).flatMap(({ spans }) => spans);
    return unite([...direct, ...needed, ...parts]);
  }
}

/** The item below a target that an outage hits: its component where the catalogue knows the way, else its service. */
export function hitBy(
  { service, component }: Pick<Outage, "service" | "component">,
  reach: ReadonlySet<string>,
): string | null {
  if (component !== null && reach.has(component)) return component;
  return service !== null && reach.has(service) ? service : null;
}

/** True for an outage that concerns a target at all. */
export function concerns({ service, component }: Outage, reach: ReadonlySet<string> | null): boolean {
  if (reach === null || (service === null && component === null)) return true;
  return hitBy({ service, component }, reach) !== null;
}
