import type { Cells, RawRow } from "./row.ts";

/** Deeper nesting than this is kept as JSON text. */
const deepest = 12;

/**
 * The fields of an object as cells under dotted paths. A list of plain values is one cell, joined by `, `, and a
 * list under its path (the value of an entry stands under the empty name); a list of objects is a list of cells.
 */
export function flattened(value: Readonly<Record<string, unknown>>): Pick<RawRow, "cells" | "lists"> {
  const cells: Record<string, string> = Object.create(null);
  const lists: Record<string, readonly Cells[]> = Object.create(null);
  walk(value, "", { cells, lists, depth: 0 });
  return { cells, lists };
}

interface Into {
  readonly cells: Record<string, string>;
  readonly lists: Record<string, readonly Cells[]>;
  readonly depth: number;
}

function walk(value: Readonly<Record<string, unknown>>, prefix: string, into: Into): void {
  for (const [key, inner] of Object.entries(value)) {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    if (Array.isArray(inner)) list(inner, path, into);
    else if (typeof inner !== "object" || inner === null) into.cells[path] = textOf(inner);
    else if (into.depth >= deepest) into.cells[path] = JSON.stringify(inner).slice(0, 10_000);
    else walk(inner as Record<string, unknown>, path, { ...into, depth: into.depth + 1 });
  }
}

function list(entries: readonly unknown[], path: string, into: Into): void {
  into.cells[path] = entries
    .filter((entry) => typeof entry !== "object" || entry === null)
    .map(textOf)
    .join(", ");
  into.lists[path] = entries.map((entry) => {
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return { "": textOf(entry) };
    return flattened(entry as Record<string, unknown>).cells;
  });
}

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
