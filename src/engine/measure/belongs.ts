import type { CatalogueItem, ContractTerms } from "../agreement/terms.ts";

/** The services and components a promise reaches: those named, their parts, and whatever they need, all the way down. */
export function reachOf(contract: Pick<ContractTerms, "catalogue">, named: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...named];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...below(contract.catalogue, id));
  }
  return reached;
}

function below(catalogue: Readonly<Record<string, CatalogueItem>>, id: string): string[] {
  const needs = catalogue[id]?.dependsOn.flatMap(({ of }) => of) ?? [];
  return [...needs, ...partsOf(catalogue, id)];
}

/** The components that rest under the promise of a whole. */
export function partsOf(catalogue: Readonly<Record<string, CatalogueItem>>, whole: string): string[] {
  return Object.values(catalogue).flatMap(({ id, partOf }) => (partOf === whole ? [id] : []));
}
