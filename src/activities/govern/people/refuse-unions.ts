import { loadContracts } from "../../../store/contracts/contracts.ts";
import { Refusal } from "../../../wire/refusal.ts";
import type { Context } from "../../activity.ts";
import { defaultUnions } from "../../rasci/forbidden-unions.ts";
import type { Holding } from "../../rasci/holding.ts";
import { lintHolders } from "../../rasci/lint-holders.ts";
import { loadStaff } from "../../run/staff.ts";

/** Refuses a role that one person must not hold beside those held already. */
export async function refuseUnions(
  { unit, now }: Context,
  wanted: Pick<Holding, "person" | "party" | "role" | "contract">,
): Promise<void> {
  const own = (await loadStaff(unit)).holdings.filter(({ person }) => person === wanted.person);
  const more: readonly Holding[] = [...own, { ...wanted, from: now, until: null }];
  const contracts = (await loadContracts(unit)).map(({ contract }) => contract);
  const [found] = [null, ...contracts].flatMap((contract) => {
    const union = (holdings: readonly Holding[]) => lintHolders([], { holdings, contract, at: now }, defaultUnions);
    const known = union(own).map(({ facts }) => facts.rule);
    return union(more).filter(({ facts }) => !known.includes(facts.rule));
  });
  if (found === undefined) return;
  const { person = "", because = "" } = found.facts;
  const message = `${person} cannot hold ${wanted.role} beside ${own.map(({ role }) => role).join(", ")}: ${because}.`;
  throw new Refusal("forbidden-union", message, found.facts);
}
