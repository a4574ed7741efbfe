import type { Selection } from "../agreement/selection.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import type { RecordKind } from "../agreement/words.ts";
import { stateAt } from "../record/history.ts";
import type { Fact } from "../record/record.ts";
import type { Relief } from "../record/relief.ts";
import type { Instant } from "../time/instant.ts";
import { reachOf } from "./belongs.ts";
import { fieldValue, type Seen } from "./field-value.ts";
import { reliefFor, relievedRecord } from "./granted.ts";
import { judgedAt, type MeasureInput } from "./input.ts";
import type { Reason } from "./measurement.ts";
import { exceptionOf, select } from "./select.ts";
import { reason } from "./tally.ts";

/** The records a level speaks of, made ready once for a measurement. */
export interface Population {
  readonly facts: readonly Fact[];
  readonly where: Selection;
  /** Services and components reached by the promise; null: no service is named. */
  readonly reach: ReadonlySet<string> | null;
  /** The same for the group that is judged, where one is. */
  readonly groupReach: ReadonlySet<string> | null;
  readonly granted: readonly Relief[];
  /** Up to when fields are known. */
  readonly until: Instant;
}

/** In the population or out of it. `isRaw`: it would be in without exclusions and relief. */
export type Membership =
  | { readonly kind: "in"; readonly relief: Relief | null }
  | { readonly kind: "out"; readonly why: Reason; readonly isRaw: boolean; readonly relief: string | null };

/** What decides a population: the promise, the group judged, the facts, relief, and how far they are known. */
export type PopulationInput = MemberInput & Pick<MeasureInput, "facts" | "relief" | "span" | "knownUntil">;

/** What decides whether a record is a member: the promise, the catalogue around it and the group judged. */
export type MemberInput = Pick<MeasureInput, "level" | "contract" | "group">;

/** The records of the level's own kind and tool, or of another kind where a rate divides by it. */
export function populationOf(input: PopulationInput, other?: { of: RecordKind; where: Selection }): Population {
  const { level, contract, group } = input;
  const kind = other?.of ?? level.of;
  const all = kind === null ? [] : (input.facts[kind] ?? []);
  const isOfService = group?.by === "service" || group?.by === "component";
  return {
    facts: other ? all : all.filter((fact) => isOfSource(level, fact)),
    where: other?.where ?? level.where,
    reach: level.services.length === 0 ? null : reachOf(contract, level.services),
    groupReach: group && isOfService ? reachOf(contract, [group.id]) : null,
    granted: reliefFor(level, input.relief),
    until: judgedAt(input),
  };
}

/** True for a record of the tool whose records a level means, where it means one. */
export const isOfSource = ({ source }: Pick<LevelTerms, "source">, { tool }: Pick<Fact, "tool">): boolean =>
  source === null || tool === source;

/** Whether a record counted at an instant is in the population, and if not, why. */
export function membership(
  input: MemberInput,
  population: Population,
  counted: { fact: Fact; at: Instant },
): Membership {
  const { fact, at } = counted;
  const seen: Seen = { at, until: population.until };
  const outside = outsideOf(input, population, { fact, seen });
  if (outside) return { kind: "out", why: outside, isRaw: false, relief: null };
  const exception = exceptionOf(fact, input.level.except, seen);
  if (exception) {
    const why = reason("excepted", { because: exception.because });
    return { kind: "out", why, isRaw: true, relief: exception.because };
  }
  const relief = relievedRecord(population.granted, fact.id, at);
  if (relief === null || input.level.rules.relieved_records === "counted as good") return { kind: "in", relief };
  const why = reason("relieved", { relief: relief.id, ground: relief.ground, clause: relief.clause });
  return { kind: "out", why, isRaw: true, relief: relief.id };
}

/** True for a record that was called off, so that nothing of it is counted. */
export function isCalledOff(fact: Fact, at: Instant): boolean {
  const state = stateAt(fact, at)?.kind;
  return state === "cancelled" || state === "merged";
}

function outsideOf(
  input: MemberInput,
  population: Population,
  { fact, seen }: { fact: Fact; seen: Seen },
): Reason | null {
  const service = outsideServices(input, population, { fact, seen });
  if (service) return service;
  const selected = select(fact, population.where, seen);
  if (selected.kind === "fails") return reason("not-selected", { field: selected.field, value: selected.value ?? "" });
  if (selected.kind === "missing") return reason("field-missing", { field: selected.field });
  return outsideGroup(input, population, { fact, seen });
}

function outsideServices(
  { level, contract }: MemberInput,
  { reach }: Population,
  { fact, seen }: { fact: Fact; seen: Seen },
): Reason | null {
  if (reach === null) return null;
  // A record that stays with its first agreement is placed by what it named first (semantics 15).
  const first = fact.events[0]?.happened ?? seen.at;
  const placed = level.rules.on_transfer === "stays" ? { ...seen, at: first } : seen;
  const service = fieldValue(fact, "service", placed);
  const component = fieldValue(fact, "component", placed);
  const named = [service, component].filter((id) => id !== null);
  // Calls, surveys and many deliveries name neither: there is nothing that could exclude them.
  if (named.length === 0 || named.some((id) => reach.has(id))) return null;
  // A promise beneath the SLA covers a record of the service above it, as long as no other component is named.
  const isBeneath = level.kind !== "SLA" && component === null && service !== null;
  if (isBeneath && level.services.some((id) => reachOf(contract, [service]).has(id))) return null;
  return reason("other-service", { service: named.join(", ") });
}

function outsideGroup(
  { group, level }: MemberInput,
  { groupReach }: Population,
  { fact, seen }: { fact: Fact; seen: Seen },
): Reason | null {
  if (group === null) return null;
  if (groupReach === null) {
    const value = fieldValue(fact, group.by, seen);
    return value === group.id ? null : reason("other-group", { field: group.by, value: value ?? "" });
  }
  const service = fieldValue(fact, "service", seen);
  const component = fieldValue(fact, "component", seen);
  const own =
    group.by === "service" && service !== null && level.services.includes(service) ? [service] : [service, component];
  const isOwn =
    own.some((id) => id === group.id) || (own.length > 1 && own.some((id) => id !== null && groupReach.has(id)));
  return isOwn ? null : reason("other-group", { field: group.by, value: service ?? component ?? "" });
}
