import type { ShareOf } from "../../../agreement/document/credit-limit.ts";
import type { CreditPlanDocument } from "../../../agreement/document/credit-plan.ts";
import type { ContractDocument } from "../../../agreement/document/document.ts";
import { entry } from "../../../agreement/document/written.ts";
import type { Money } from "../../../agreement/quantity.ts";
import type { Day } from "../../../time/civil.ts";
import { shareText } from "../../words/figure.ts";
import { moneyText } from "../../words/money.ts";

/** A plan that is told, in the contract as in force on the day. */
export interface ToldPlan {
  readonly contract: ContractDocument;
  readonly plan: CreditPlanDocument;
  readonly currency: string;
  readonly day: Day;
}

/** The title of a service level, `uptime` or `agreement/uptime`; the id where the agreement has no such level. */
export function levelTitle({ contract, plan }: ToldPlan, written: string): string {
  const [first = "", second] = written.split("/");
  const [agreement, id] = second === undefined ? [plan.for, first] : [first, second];
  return entry(entry(contract.agreements, agreement)?.service_levels, id)?.title ?? written;
}

/** The names of levels, each between marks: titles are phrases. */
export const levelNames = (told: ToldPlan, levels: readonly string[]): readonly string[] =>
  levels.map((level) => `“${levelTitle(told, level)}”`);

/** The name of a party, a team or a person. */
export const nameOf = ({ contract }: ToldPlan, id: string): string =>
  entry(contract.parties, id)?.name ?? entry(contract.teams, id)?.name ?? entry(contract.people, id)?.name ?? id;

/** An amount or a category by the name it has in the plan, which has no title: `“at risk”` for `at-risk`. */
export const defined = (id: string): string => `“${id.replaceAll("-", " ")}”`;

/** What a share is of: an amount, or the weight of the level in the amount that weights divide. */
export const ofWhat = ({ plan }: ToldPlan, of: string): string =>
  of === "weight" && !Object.hasOwn(plan.bases, "weight")
    ? `its weight in ${defined(plan.weight_rules?.divide ?? "")}`
    : defined(of);

/** `10 % of “charges”` or `100.00 GBP`: the size of a cap. */
export const capText = (told: ToldPlan, cap: ShareOf | Money): string =>
  "share" in cap ? `${shareText(cap.share)} of ${ofWhat(told, cap.of)}` : moneyText(cap);

/** Who credits, and who is credited. */
export function partiesOf(told: ToldPlan): { readonly from: string; readonly to: string } {
  const agreement = entry(told.contract.agreements, told.plan.for);
  return {
    from: nameOf(told, agreement?.provider ?? "the supplier"),
    to: nameOf(told, agreement?.customer ?? "the client"),
  };
}
