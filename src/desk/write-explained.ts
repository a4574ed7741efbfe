import { writeFile } from "node:fs/promises";
import { writeExplainHtml } from "../documents/explain-html.ts";
import { writeExplainTree } from "../documents/explain-tree.ts";
import type { Terminal } from "../documents/table.ts";
import type { Explained } from "./explain.ts";
import type { ReadyJob } from "./run-job.ts";

/** The tree for a terminal, `deep` levels of it, and in the last line what the checker says. */
export function treeText({ tree, checked }: Explained, terminal: Terminal, deep: number): string {
  const { values, differences } = checked;
  const verdict = `${values.toLocaleString("en-GB")} values recomputed, ${differences.length} differences`;
  return `${writeExplainTree(tree, terminal, { deep, most: 12 })}\n${verdict}\n`;
}

/** Writes the tree as one HTML page. */
export async function writeExplained({ job }: ReadyJob, { tree }: Explained, path: string): Promise<void> {
  await writeFile(path, writeExplainHtml(tree, { contract: job.document.contract.title, zone: job.zone }));
}
