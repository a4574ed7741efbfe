import { compare, type Fraction, sum } from "../../number/fraction.ts";
import type { EventRule } from "../plan/event.ts";
import { type Item, type Staged, type Working, withItems } from "./working.ts";

/** Stage 6: of the failures of one event, those that are paid. The others stay as failures, at no money. */
export function groupEvents(working: Working): Staged {
  const events = [...new Set(working.items.flatMap(({ line }) => (line.event === null ? [] : [line.event])))];
  const paid = new Set(
    events.flatMap((event) => {
      const items = working.items.filter(({ line, award }) => line.event === event && award !== null);
      return paidOf(working.plan.events, items, working.facts.choices[event]);
    }),
  );
  const items = working.items.map((item) =>
    item.line.event === null || item.award === null || paid.has(item) ? item : unpaid(item),
  );
  const result = Object.fromEntries(items.map(({ line }, index) => [`${index + 1} ${line.level}`, String(line.paid)]));
  const line = { stage: 6, rule: working.plan.events.kind, inputs: { events: events.join(", ") }, result };
  return { value: withItems(working, items), line };
}

const unpaid = (item: Item): Item => ({ ...item, line: { ...item.line, paid: false } });

function paidOf(rule: EventRule, items: readonly Item[], choice: string | undefined): readonly Item[] {
  switch (rule.kind) {
    case "sum":
      return items;
    case "first":
      return items.slice(0, 1);
    case "highest":
      return dearest(items.map((item) => [item]));
    case "client chooses": {
      const chosen = items.filter(({ line }) => line.level === choice);
      return chosen.length > 0 ? chosen : paidOf({ kind: rule.otherwise }, items, undefined);
    }
    case "exclusive groups":
      return dearest(groupsOf(rule.groups, items));
  }
}

/** The items of each group; a level that no group names is a group of its own. */
function groupsOf(groups: readonly (readonly string[])[], items: readonly Item[]): readonly (readonly Item[])[] {
  const others = items.flatMap(({ line: { level } }) =>
    groups.some((levels) => levels.includes(level)) ? [] : [level],
  );
  const all = [...groups, ...[...new Set(others)].map((level) => [level])];
  return all.map((levels) => items.filter(({ line }) => levels.includes(line.level)));
}

/** The group that gives most; the first of equals. */
function dearest(groups: readonly (readonly Item[])[]): readonly Item[] {
  const total = (group: readonly Item[]): Fraction => sum(group.map(({ line }) => line.given));
  return groups.reduce((best, group) => (compare(total(group), total(best)) > 0 ? group : best), groups[0] ?? []);
}
