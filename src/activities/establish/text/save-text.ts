import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { addStates, saveAgreements } from "../../../store/contracts/agreements.ts";
import { loadContract, lockContract } from "../../../store/contracts/contracts.ts";
import { addText, latestVersion } from "../../../store/contracts/texts.ts";
import type { Unit } from "../../../store/gate.ts";
import { Refusal } from "../../../wire/refusal.ts";
import type { Context } from "../../activity.ts";
import { partHashes } from "./agreement-part.ts";
import type { PreparedText } from "./prepare-text.ts";
import { refuseSigned } from "./refuse-signed.ts";
import type { NewText, TextChange } from "./text-shapes.ts";

/** The rule of every change of a text: the contract is there, and nobody has changed it since it was read. */
export const isBasedOnLatest = ({ unit }: Context, { contract, based_on }: TextChange): Promise<void> =>
  unit.asSystem(async (system) => {
    const found = await loadContract(system, contract);
    if (found === null) throw new Refusal("no-such-contract", `There is no contract ${contract}.`);
    if (found.state === "ended") throw new Refusal("contract-ended", `${contract} has ended: its text stays.`);
    const latest = await latestVersion(system, contract);
    if (based_on !== latest) {
      const message = `Version ${latest} came after version ${based_on}. Make the change on version ${latest}.`;
      throw new Refusal("text-version-stale", message, { latest });
    }
  });

/** Saves a prepared text as the next version; each agreement of which a part changed becomes a draft again. */
export const saveText = (context: Context, change: TextChange, prepared: PreparedText): Promise<NewText> =>
  context.unit.asSystem(async (system) => {
    await lockContract(system, change.contract);
    await isBasedOnLatest({ ...context, unit: system }, change);
    await refuseSigned(system, prepared);
    const version = change.based_on + 1;
    const head = { version, note: change.note, at: context.now, by: context.startedBy.person };
    await addText(system, change.contract, { ...head, files: prepared.files, document: prepared.after });
    const to_sign = await saveDrafts(system, prepared, head);
    context.note({ version, to_sign, changed: prepared.changed });
    return { contract: change.contract, version, to_sign, warnings: [...prepared.warnings] };
  });

/** Saves the agreements of a text, and a draft of each whose part is not that of the text before. Gives their ids. */
export async function saveDrafts(
  unit: Unit,
  { before, after }: { readonly before: ContractDocument | null; readonly after: ContractDocument },
  { version, at, by }: { readonly version: number; readonly at: number; readonly by: string },
): Promise<string[]> {
  const contract = after.contract.id;
  const was = before === null ? new Map<string, string>() : partHashes(before);
  const drafts = [...partHashes(after)].filter(([id, hash]) => was.get(id) !== hash);
  const agreements = Object.entries(after.agreements).map(([agreement, { kind, title, provider, customer }]) => ({
    ...{ agreement, kind, title, provider, customer },
  }));
  await saveAgreements(unit, contract, agreements);
  const state = { text_version: version, state: "draft", effective: null, at, by } as const;
  await addStates(
    unit,
    contract,
    drafts.map(([agreement, hash]) => ({ ...state, agreement, sha256: hash })),
  );
  return drafts.map(([agreement]) => agreement);
}
