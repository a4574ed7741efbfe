import type { Instant } from "../../engine/time/instant.ts";
import { addAudit } from "../../store/add-audit.ts";
import { addHappening } from "../../store/add-happening.ts";
import { addNotice } from "../../store/add-notice.ts";
import type { Unit, Who } from "../../store/gate.ts";
import type { UndertakingState } from "../../store/undertakings/load-undertaking.ts";
import { moveUndertaking } from "../../store/undertakings/save-undertaking.ts";
import type { Activity, Context } from "../activity.ts";
import type { Actor, Scope } from "../rasci/holding.ts";
import { type MatrixRow, rowOf } from "../rasci/matrix.ts";
import { loadStaff, scopeOf } from "./staff.ts";

/** One undertaking of an activity as the runner moves it on: the declaration, its row, and who counts. */
export interface Case {
  readonly id: string;
  readonly activity: Activity;
  readonly row: MatrixRow;
  readonly input: unknown;
  readonly contract: string | null;
  readonly subject: string;
  readonly scope: Scope;
  /** False for what the system does at once and nobody waits for: the audit log has it, nobody is told of its steps. */
  readonly isWaitedFor: boolean;
  /** Who started it; the program itself where no person did. */
  readonly starter: Who;
  /** The transaction as the starter sees it. */
  readonly context: Context;
  readonly facts: Record<string, unknown>;
}

interface Opening {
  readonly id: string;
  readonly activity: Activity;
  readonly input: unknown;
  readonly starter: Who;
  readonly approvedBy: readonly Actor[];
  readonly now: Instant;
  readonly engine: string;
}

/** Opens a case in a unit of work that is already the starter's. */
export async function openCase(unit: Unit, opening: Opening): Promise<Case> {
  const { activity, input, starter, approvedBy, now, engine } = opening;
  const facts: Record<string, unknown> = {};
  const context: Context = {
    unit,
    now,
    engine,
    startedBy: starter,
    approvedBy,
    note: (more) => void Object.assign(facts, more),
  };
  const { contract, subject } = activity.about(input);
  const staff = await loadStaff(unit);
  const named = activity.named ? await activity.named(context, input) : {};
  const scope = scopeOf(staff, { contract, at: now, named });
  const row = rowOf(staff.matrix, activity.name);
  const isWaitedFor = row.doneBy !== "the system" || row.approval !== "none";
  return { id: opening.id, activity, row, input, contract, subject, scope, isWaitedFor, starter, context, facts };
}

/** Moves the undertaking to a state and says so to whoever listens. */
export async function moveTo(
  own: Case,
  to: { state: UndertakingState; wakesAt?: number; output?: unknown },
): Promise<void> {
  if (!own.isWaitedFor) return;
  const { unit, now } = own.context;
  const isOver = to.state === "done" || to.state === "rejected" || to.state === "withdrawn";
  await moveUndertaking(unit, { id: own.id, ...to, ...(isOver ? { endedAt: now } : {}) });
  await addHappening(unit, {
    topic: "undertaking.changed",
    contract: own.contract,
    agreement: null,
    body: { undertaking: own.id, activity: own.activity.name, subject: own.subject, state: to.state },
    at: now,
  });
}

/** Tells people about the undertaking. */
export const tell = (own: Case, people: readonly Actor[], topic: string): Promise<void> =>
  addNotice(
    own.context.unit,
    people.map(({ person }) => person),
    {
      topic,
      contract: own.contract,
      body: { undertaking: own.id, activity: own.activity.name, subject: own.subject, by: own.starter.person },
      at: own.context.now,
    },
  );

/** Adds what was done to the audit log, with who did it. */
export const audit = (own: Case, person: string, facts: Readonly<Record<string, unknown>>): Promise<void> =>
  addAudit(own.context.unit, {
    at: own.context.now,
    person,
    activity: own.activity.name,
    contract: own.contract,
    subject: own.subject,
    facts: { undertaking: own.id, ...facts },
  });
