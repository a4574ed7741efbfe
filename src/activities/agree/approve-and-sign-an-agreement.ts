import { z } from "zod";
import { addHappening } from "../../store/add-happening.ts";
import { addStates } from "../../store/contracts/agreements.ts";
import { lockContract, setContractState } from "../../store/contracts/contracts.ts";
import { addSignature } from "../../store/contracts/signatures.ts";
import { isWhollyInForce } from "../../store/contracts/text-in-force.ts";
import { activity, type Context } from "../activity.ts";
import { effectiveDay } from "./effective-day.ts";
import { type Signing, signersOf, signing, statesAfter } from "./signing.ts";

const input = z.strictObject({
  contract: z.string(),
  agreement: z.string(),
  /** The version that was read. */
  text_version: z.int().min(1),
  /** Words of consent, kept with each signature. */
  words: z.string().trim().min(1, "Say in words that you agree.").max(2000),
});

const output = z.object({
  agreement: z.string(),
  state: z.enum(["agreed", "signed"]),
  sha256: z.string(),
  effective: z.string().nullable(),
  signed_by: z.array(z.object({ person: z.string(), party: z.string() })),
});

/**
 * Who starts it signs for one side and who approves it for the other; each signature is over the hash of the agreement's
 * part of the text. With both sides the agreement is signed and holds from its effective day.
 */
export const approveAndSignAnAgreement = activity({
  name: "approve and sign an agreement",
  summary: "Signs an agreement as it stands in a version of the text: for the client and for the provider.",
  path: "/contracts/{contract}/agreements/{agreement}/sign",
  input,
  output,
  refusals: [
    "no-such-agreement",
    "agreement-ended",
    "no-such-text",
    "text-version-stale",
    "already-signed",
    "not-a-party",
    "never-one-person",
    "party-has-signed",
  ],
  about: ({ contract, agreement }) => ({ contract, subject: agreement }),
  rule: async (context, asked) => {
    const found = await signing(context.unit, asked);
    signersOf(found, [context.startedBy, ...context.approvedBy]);
  },
  prepare: ({ read }, asked) => read((unit) => effectiveDay(unit, asked)),
  work: (context, asked, effective) =>
    context.unit.asSystem(async (system) => {
      await lockContract(system, asked.contract);
      const found = await signing(system, asked);
      const signers = signersOf(found, [context.startedBy, ...context.approvedBy]);
      const { agreement, text_version, words } = asked;
      const common = { agreement, text_version, sha256: found.sha256, at: context.now };
      for (const signer of signers) await addSignature(system, asked.contract, { ...common, ...signer, words });
      const signed_by = [...found.given, ...signers];
      const states = statesAfter(found, signed_by);
      const isSigned = signed_by.length === found.parties.length;
      const by = context.startedBy.person;
      await addStates(
        system,
        asked.contract,
        states.map((state) => ({ ...common, state, by, effective: state === "signed" ? effective : null })),
      );
      if (isSigned) await tellOfSignature({ ...context, unit: system }, found, effective);
      context.note({ sha256: found.sha256, signed_by });
      const state = isSigned ? ("signed" as const) : ("agreed" as const);
      return { agreement, state, sha256: found.sha256, effective: isSigned ? effective : null, signed_by };
    }),
});

/** The contract is in force once each of its agreements is signed. */
async function tellOfSignature(
  { unit, now }: Context,
  { contract, agreement, sha256 }: Signing,
  effective: string | null,
): Promise<void> {
  if (await isWhollyInForce(unit, contract)) await setContractState(unit, contract, "in force");
  await addHappening(unit, { topic: "agreement.signed", contract, agreement, body: { sha256, effective }, at: now });
}
