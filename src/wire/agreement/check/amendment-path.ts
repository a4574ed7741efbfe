import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { amendmentsOf } from "../../../engine/agreement/resolve/amended.ts";
import { pathOf } from "../../../engine/agreement/resolve/block.ts";
import type { Day } from "../../../engine/time/civil.ts";
import type { Complaint } from "../problem.ts";

/** A complaint about a later version, moved to the amendment that wrote most of what it is about. */
export function amendmentPath(document: ContractDocument, complaint: Complaint, day: Day): Complaint {
  let best: { readonly path: readonly string[]; readonly shared: number } | null = null;
  for (const { id, effective, amends, changes, adds } of amendmentsOf(document)) {
    if (effective > day) continue;
    for (const [part, block] of Object.entries({ changes, adds })) {
      const inside = insideOf(document, amends, complaint.path);
      const shared = inside === null ? 0 : depthIn(block, inside);
      if (shared > (best?.shared ?? 0) || (best !== null && shared > 0 && shared === best.shared))
        best = { path: ["amendments", id, part, ...(inside ?? []).slice(0, shared)], shared };
    }
  }
  return best === null ? complaint : { ...complaint, path: best.path };
}

/** The path within the block that an amendment names; null where the complaint is about another. */
function insideOf(document: ContractDocument, amends: string, path: readonly string[]): readonly string[] | null {
  for (let length = 1; length <= Math.min(3, path.length); length += 1) {
    const field = path[length - 1] ?? "";
    const home = pathOf(document, amends, field);
    if (home !== null && home.length === length && home.every((name, i) => name === path[i]))
      return path.slice(length - 1);
  }
  return null;
}

/** How far down a part says something about a path. */
function depthIn(part: unknown, path: readonly string[]): number {
  let value = part;
  for (const [depth, name] of path.entries()) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return depth;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return path.length;
}
