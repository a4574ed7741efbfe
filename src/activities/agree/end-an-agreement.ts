import { z } from "zod";
import { readDay } from "../../engine/time/civil.ts";
import { type AgreementState, addStates, loadStates } from "../../store/contracts/agreements.ts";
import { lockContract, setContractState } from "../../store/contracts/contracts.ts";
import type { Unit } from "../../store/gate.ts";
import { Refusal } from "../../wire/refusal.ts";
import { activity } from "../activity.ts";

const input = z.strictObject({
  contract: z.string(),
  agreement: z.string(),
  /** The last day on which it holds, included. */
  last_day: z.iso.date(),
  reason: z.string().trim().min(1, "Say why it ends.").max(2000),
});

const output = z.object({ agreement: z.string(), last_day: z.string(), contract_ended: z.boolean() });

/** Ends a signed agreement with a last day. With its last agreement the contract has ended. */
export const endAnAgreement = activity({
  name: "end an agreement",
  summary: "Ends an agreement with a last day, after which nothing is measured under it.",
  path: "/contracts/{contract}/agreements/{agreement}/end",
  input,
  output,
  refusals: ["no-such-agreement", "agreement-ended", "never-signed", "end-before-beginning"],
  about: ({ contract, agreement }) => ({ contract, subject: agreement }),
  rule: async ({ unit }, asked) => {
    await mayEnd(unit, asked);
  },
  work: ({ unit, now, startedBy, note }, { contract, agreement, last_day, reason }) =>
    unit.asSystem(async (system) => {
      await lockContract(system, contract);
      const { states, signed } = await mayEnd(system, { contract, agreement, last_day });
      const { text_version, sha256 } = signed;
      const row = { agreement, text_version, sha256, effective: last_day, at: now, by: startedBy.person };
      await addStates(system, contract, [{ ...row, state: "ended" }]);
      const others = new Set(states.map((one) => one.agreement).filter((id) => id !== agreement));
      const contract_ended = [...others].every((id) => lastOf(states, id)?.state === "ended");
      if (contract_ended) await setContractState(system, contract, "ended");
      note({ reason, last_day });
      return { agreement, last_day, contract_ended };
    }),
});

interface Asked {
  readonly contract: string;
  readonly agreement: string;
  readonly last_day: string;
}

/** Refuses to end what is not there, was never signed, has ended, or would end before it began. */
const mayEnd = (unit: Unit, { contract, agreement, last_day }: Asked) =>
  unit.asSystem(async (system) => {
    const states = await loadStates(system, contract);
    const last = lastOf(states, agreement);
    if (last === undefined) {
      throw new Refusal("no-such-agreement", `There is no agreement ${agreement} under ${contract}.`);
    }
    if (last.state === "ended") throw new Refusal("agreement-ended", `${agreement} has ended already.`);
    const signed = states.filter((one) => one.agreement === agreement && one.state === "signed");
    const [first] = signed;
    const latest = signed.at(-1);
    if (first === undefined || latest === undefined) {
      throw new Refusal("never-signed", `${agreement} was never signed, so there is nothing to end.`);
    }
    const begins = first.effective;
    if (readDay(last_day) === null || (begins !== null && last_day < begins)) {
      throw new Refusal("end-before-beginning", `${agreement} begins on ${begins}. Name that day or a later one.`);
    }
    return { states, signed: latest };
  });

const lastOf = (states: readonly AgreementState[], id: string): AgreementState | undefined =>
  states.findLast(({ agreement }) => agreement === id);
