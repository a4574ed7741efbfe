import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import type { Complaint } from "../problem.ts";
import { atValue, type Rule } from "./rule.ts";

/** Nothing may need, join or be part of itself, not even by way of others. */
export const circle: Rule = (document) => [
  ...circlesIn(needs(document), "needs", (id) => [...homeOf(document, id), "depends_on"]),
  ...circlesIn(parts(document), "is part of", (id) => [...homeOf(document, id), "part_of"]),
  ...circlesIn(joins(document), "joins", (id) => ["calendars", id, "joins"]),
];

type Graph = ReadonlyMap<string, readonly string[]>;

function needs({ catalogue }: ContractDocument): Graph {
  const items = Object.entries({ ...catalogue.components, ...catalogue.services });
  const needed = items.map(([id, { depends_on }]) => {
    const names = (depends_on ?? []).flatMap((one) => (typeof one === "string" ? [one] : one.of));
    return [id, names] as const;
  });
  return new Map(needed);
}

function parts({ catalogue }: ContractDocument): Graph {
  const items = Object.entries(catalogue.components ?? {});
  return new Map(items.map(([id, { part_of }]) => [id, part_of === undefined ? [] : [part_of]]));
}

function joins({ calendars }: ContractDocument): Graph {
  return new Map(Object.entries(calendars).map(([id, calendar]) => [id, calendar.joins ?? []]));
}

function circlesIn(graph: Graph, verb: string, pathOf: (id: string) => readonly string[]): Complaint[] {
  const told = new Set<string>();
  const found: Complaint[] = [];
  for (const id of graph.keys()) {
    const way = told.has(id) ? null : wayBack(graph, id);
    if (way === null) continue;
    for (const one of way) told.add(one);
    const message = `${[...way, id].join(`, which ${verb} `).replace(`, which ${verb} `, ` ${verb} `)}.`;
    found.push(atValue(pathOf(id), { code: "circle", message, way_out: "Remove one of these lines." }));
  }
  return found;
}

/** The shortest way from an id back to itself; null where there is none. */
function wayBack(graph: Graph, start: string): readonly string[] | null {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    for (const next of graph.get(id) ?? []) {
      if (next === start) return trace(cameFrom, start, id);
      if (cameFrom.has(next) || !graph.has(next)) continue;
      cameFrom.set(next, id);
      open.push(next);
    }
  }
  return null;
}

function trace(cameFrom: ReadonlyMap<string, string>, start: string, last: string): readonly string[] {
  const way = [last];
  for (let id = last; id !== start; ) {
    id = cameFrom.get(id) ?? start;
    way.unshift(id);
  }
  return way;
}

function homeOf({ catalogue }: ContractDocument, id: string): readonly string[] {
  return ["catalogue", Object.hasOwn(catalogue.services ?? {}, id) ? "services" : "components", id];
}
