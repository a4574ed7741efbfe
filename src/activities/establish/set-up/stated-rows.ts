import type { TextFile } from "../../../store/contracts/read-files.ts";
import { type StatedList, type StatedRow, statedLists } from "../../../store/contracts/stated-facts.ts";
import { isTreeMap, readTree, type Tree } from "../../../wire/agreement/tree.ts";

/** The entries of a file of stated facts, each under an id by which it can be revised. The file was read before. */
export function statedRows(file: TextFile): readonly Pick<StatedRow, "id" | "list" | "entry">[] {
  const { tree } = readTree(file);
  const seen = new Map<string, number>();
  return statedLists.flatMap((list) => {
    const entries = tree[list];
    return (Array.isArray(entries) ? (entries as readonly Tree[]) : []).map((entry) => {
      const id = statedId(list, entry);
      const count = (seen.get(id) ?? 0) + 1;
      seen.set(id, count);
      return { id: count === 1 ? id : `${id}#${count}`, list, entry };
    });
  });
}

/** The entry's own number; a figure that was entered has none, and is known by what it is the figure of. */
export function statedId(list: StatedList, entry: Tree): string {
  const field = (name: string): string => (isTreeMap(entry) ? String(entry[name] ?? "") : "");
  return `${list}:${list === "entered" ? `${field("agreement")}/${field("level")}/${field("period")}` : field("id")}`;
}
