import type { Instant } from "../../engine/time/instant.ts";
import type { Gate, Unit, Who } from "../../store/gate.ts";
import { newId } from "../../store/new-id.ts";
import { addUndertaking } from "../../store/undertakings/save-undertaking.ts";
import type { Activity, Compute } from "../activity.ts";
import { awaitApproval, consult, finish, type Outcome } from "./advance.ts";
import { openCase } from "./case.ts";
import { checkContract, checkStart } from "./check-start.ts";
import { move } from "./move.ts";
import { prepare } from "./prepare.ts";
import { answered, decided, withdrawn } from "./steps.ts";
import { prepared as preparedFor, takeUp } from "./take-up.ts";
import { timeOut } from "./time-out.ts";

/** Starts activities and moves them on, by the RASCI matrix of the tenant. */
export interface Runner {
  readonly start: <I, O, P>(activity: Activity<I, O, P>, input: I, by: Starting) => Promise<Outcome<O>>;
  /** Approves or rejects what somebody started. */
  readonly decide: (decision: Decision, by: Starting) => Promise<Outcome>;
  /** Answers as one who is asked before. */
  readonly answer: (answer: { readonly undertaking: string; readonly text: string }, by: Starting) => Promise<Outcome>;
  /** Takes up what somebody who supports has prepared: it is done as if one had started it oneself. */
  readonly takeUp: (undertaking: string, by: Starting) => Promise<Outcome>;
  /** Takes back what one started oneself and what is not done yet. */
  readonly withdraw: (undertaking: string, by: Starting) => Promise<Outcome>;
  /** Goes on without answers that did not come in time. Gives how many undertakings moved. */
  readonly timeOut: (tenant: string) => Promise<number>;
}

/** What the runner is composed of. */
export interface RunnerParts {
  readonly gate: Gate;
  readonly now: () => Instant;
  readonly engine: string;
  readonly compute: Compute;
  /** Every activity that has code. */
  readonly activities: readonly Activity[];
}

export interface Decision {
  readonly undertaking: string;
  readonly decision: "approved" | "rejected";
  readonly note: string;
}

/** Who acts, what must hold when it is done, and what is written in the same transaction as the outcome. */
export interface Starting {
  readonly who: Who;
  /** Looked at first in the transaction, and before anything is prepared for it; it refuses by throwing. */
  readonly before?: (unit: Unit) => Promise<void>;
  /** Such as the answer to a request that may be repeated. */
  readonly also?: (unit: Unit, outcome: Outcome) => Promise<void>;
}

/** Opens the runner. */
export const openRunner = (parts: RunnerParts): Runner => ({
  start: async (activity, input, by) =>
    (await start(parts, { activity: activity as Activity, input }, by)) as Outcome<never>,
  decide: (decision, by) => move(parts, { id: decision.undertaking, by }, decided(decision, by.who)),
  answer: ({ undertaking, text }, by) => move(parts, { id: undertaking, by }, answered(text, by.who)),
  takeUp: (undertaking, by) => takeUp(parts, undertaking, by),
  withdraw: (undertaking, by) => move(parts, { id: undertaking, by }, withdrawn(by.who)),
  timeOut: (tenant) => timeOut(parts, tenant),
});

async function start(
  parts: RunnerParts,
  { activity, input }: { readonly activity: Activity; readonly input: unknown },
  by: Starting,
): Promise<Outcome> {
  const { who, also } = by;
  const opening = { id: newId(), activity, input, starter: who, approvedBy: [], engine: parts.engine };
  const open = async (unit: Unit) => {
    await by.before?.(unit);
    const own = await openCase(unit, { ...opening, now: parts.now() });
    const part = await checkStart(own);
    await checkContract(own);
    return { own, part };
  };
  // Whom the matrix does not let start it causes no computing either.
  if (activity.prepare) await parts.gate.unit(who, open);
  const prepared = await prepare(parts, activity, { input, tenant: who.tenant });
  return await parts.gate.unit(who, async (unit) => {
    const { own, part } = await open(unit);
    await activity.rule?.(own.context, input);
    const { id, contract, subject } = own;
    if (own.isWaitedFor)
      await addUndertaking(unit, {
        id,
        activity: activity.name,
        contract,
        subject,
        input,
        by: who,
        at: own.context.now,
      });
    const outcome =
      part === "prepare"
        ? await preparedFor(own)
        : ((await consult(own)) ?? (await awaitApproval(own, [])) ?? (await finish(own, prepared)));
    await also?.(unit, outcome);
    return outcome;
  });
}
