import { z } from "zod";
import type { Outcome } from "../../activities/run/advance.ts";
import type { Starting } from "../../activities/run/runner.ts";
import { type Acting, act } from "../act.ts";
import { anyJson, id } from "../request/members.ts";
import { outcomeOf, replyOf } from "./outcome.ts";

const output = outcomeOf(anyJson);

/** Moves an undertaking on, and keeps the reply in the same transaction. */
const move = async ({ who, also }: Acting, by: (starting: Starting) => Promise<Outcome>) =>
  replyOf(await by({ who, also: (unit, outcome) => also(unit, replyOf(outcome)) }));

export const decideUndertaking = act({
  name: "decide an undertaking",
  method: "POST",
  path: "/undertakings/{undertaking}/decisions",
  summary: "Approves or rejects what somebody started, as one who is accountable for it.",
  input: z.strictObject({
    undertaking: id,
    decision: z.enum(["approved", "rejected"]),
    note: z.string().max(4000).default(""),
  }),
  output,
  run: (acting, input) => move(acting, (by) => acting.runner.decide(input, by)),
});

export const answerUndertaking = act({
  name: "answer an undertaking",
  method: "POST",
  path: "/undertakings/{undertaking}/answers",
  summary: "Answers as one who is asked before something is done.",
  input: z.strictObject({ undertaking: id, text: z.string().min(1).max(4000) }),
  output,
  run: (acting, input) => move(acting, (by) => acting.runner.answer(input, by)),
});

export const takeUpUndertaking = act({
  name: "take up an undertaking",
  method: "POST",
  path: "/undertakings/{undertaking}/taking-up",
  summary: "Takes up what somebody who supports has prepared, as one who is responsible.",
  input: z.strictObject({ undertaking: id }),
  output,
  run: (acting, { undertaking }) => move(acting, (by) => acting.runner.takeUp(undertaking, by)),
});

export const withdrawUndertaking = act({
  name: "withdraw an undertaking",
  method: "POST",
  path: "/undertakings/{undertaking}/withdrawal",
  summary: "Takes back what one started oneself and what is not done yet.",
  input: z.strictObject({ undertaking: id }),
  output,
  run: (acting, { undertaking }) => move(acting, (by) => acting.runner.withdraw(undertaking, by)),
});
