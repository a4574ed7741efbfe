import { closest } from "../closest.ts";
import { atValue, type Rule } from "./rule.ts";

/** A warning that is told to a role which nobody holds reaches nobody. */
export const unknownRole: Rule = ({ people, agreements }) => {
  const held = Object.values(people).flatMap(({ roles }) => roles);
  return Object.entries(agreements).flatMap(([id, { warnings }]) =>
    (warnings ?? []).flatMap(({ tell }, index) =>
      tell.flatMap((role, at) => {
        if (held.includes(role)) return [];
        const close = closest(role, held);
        const way_out = close ? `Did you mean '${close}'?` : "Give the role to a person.";
        const path = ["agreements", id, "warnings", String(index), "tell", String(at)];
        return [atValue(path, { code: "nobody-holds", message: `Nobody is '${role}'.`, way_out, weight: "warning" })];
      }),
    ),
  );
};
