import type { RecordKind } from "../../engine/agreement/words.ts";
import type { Job } from "../job.ts";
import { type ColumnSource, sourceOf } from "./column-source.ts";

const kept = new WeakMap<object, ColumnSource>();

/** The records of a kind as columns, made once for a job. */
export function sourceFor({ byKind, bulk = [] }: Job, kind: RecordKind): ColumnSource {
  const own = bulk.find((each) => each.kind === kind);
  if (own) return own.source;
  const facts = byKind[kind] ?? [];
  const source = kept.get(facts) ?? sourceOf(facts);
  kept.set(facts, source);
  return source;
}
