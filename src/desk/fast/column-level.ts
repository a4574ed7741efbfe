import type { Condition, Exception, Selection } from "../../engine/agreement/selection.ts";
import type { ContractTerms, LevelTerms } from "../../engine/agreement/terms.ts";
import { canBatch } from "../../engine/batch/can-batch.ts";
import type { Columns } from "../../engine/batch/columns.ts";
import { reachOf } from "../../engine/measure/belongs.ts";
import { timesSet, valuesSeen } from "./values-seen.ts";

/** A level in the words of columns: as agreed, and without what it leaves out. */
export interface ColumnLevel {
  readonly level: LevelTerms;
  readonly agreed: LevelTerms;
  readonly bare: LevelTerms;
}

/**
 * Says services and exceptions as selections by words, which is all that columns know. Null where that would not say
 * the same: for an exception by several fields, records that name components outside the promise, or a transfer that
 * splits or keeps a record.
 */
export function columnLevel(level: LevelTerms, contract: ContractTerms, columns: Columns): ColumnLevel | null {
  const outside = outsideOf(level, contract, columns);
  const bare = outside && withNone(level.where, outside);
  const agreed = bare && level.except.reduce<Selection | null>(withException, bare);
  if (!bare || !agreed) return null;
  const plain = { ...level, services: [], except: [] };
  return { level, agreed: { ...plain, where: agreed }, bare: { ...plain, where: bare } };
}

/** Whether `columnLevel` has any prospect, whatever the records say. */
export const couldBatch = (level: LevelTerms, contract: ContractTerms): boolean =>
  canBatch({ ...level, services: [], except: [] }, contract);

/** The values that put a record outside the services of a level, by field. */
type None = Readonly<Record<string, readonly string[]>>;

function outsideOf(level: LevelTerms, contract: ContractTerms, columns: Columns): None | null {
  if (level.services.length === 0) return {};
  const reach = reachOf(contract, level.services);
  const isAway = (id: string): boolean => !reach.has(id);
  const [services, components] = [valuesSeen(columns, "service"), valuesSeen(columns, "component")];
  if (![...services, ...components].some(isAway)) return {};
  const { on_transfer } = level.rules;
  const isSplit = on_transfer === "split by time" || on_transfer === "starts afresh";
  const isKept = on_transfer === "stays" && timesSet(columns, "service") > 1;
  if (components.length > 0 || isSplit || isKept) return null;
  // A promise beneath the SLA covers a record of the service above it.
  const isBeneath = (id: string): boolean =>
    level.kind !== "SLA" && level.services.some((own) => reachOf(contract, [id]).has(own));
  return { service: services.filter((id) => isAway(id) && !isBeneath(id)) };
}

const withNone = (where: Selection, none: None): Selection | null =>
  Object.entries(none).reduce<Selection | null>((all, [field, values]) => without(all, field, values), where);

/** An exception by one field leaves out its values; one by several fields, or by a number, has no such words. */
function withException(where: Selection | null, exception: Exception): Selection | null {
  const [entry, ...more] = Object.entries(exception.where);
  const [field, condition] = entry ?? [];
  if (field === undefined || condition?.kind !== "any of" || more.length > 0) return null;
  return without(where, field, condition.values);
}

function without(where: Selection | null, field: string, values: readonly string[]): Selection | null {
  if (where === null) return null;
  const condition = conditionWithout(where[field], values);
  return condition && { ...where, [field]: condition };
}

function conditionWithout(condition: Condition | undefined, values: readonly string[]): Condition | null {
  if (condition === undefined) return { kind: "none of", values };
  if (condition.kind === "none of") return { kind: "none of", values: [...condition.values, ...values] };
  if (condition.kind === "mark") return null;
  return { kind: "any of", values: condition.values.filter((value) => !values.includes(value)) };
}
