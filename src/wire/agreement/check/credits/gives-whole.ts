import type { AwardDocument, GivesDocument } from "../../../../engine/agreement/document/credit-award.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { type GiftPlace, giftsOf } from "./gifts-of.ts";
import { eachPlan, type PlanPlace } from "./plan-place.ts";

/** What is given is said in exactly one form, and a share says of what. */
export const givesWhole = eachPlan((place) => [
  ...place.plan.awards.flatMap((award, index) => awardComplaints(place, award, index)),
  ...overrideComplaints(place),
]);

const forms = ["rows", "shortfall", "per_unit", "bands", "entered"] as const;

function awardComplaints(place: PlanPlace, { gives, times }: AwardDocument, index: number): readonly Complaint[] {
  const path = [...place.path, "awards", String(index)];
  const at = [...path, "gives"];
  const written = formsOf(gives);
  if (written.length !== 1) return [unclear(at, written)];
  const gifts = giftsOf(gives, at);
  return [
    ...gifts.flatMap(giftComplaints),
    ...mixed(gifts),
    ...ofComplaints(place, { path: at, of: gives.of, gifts }),
    ...(gives.shortfall?.full_loss_above !== undefined && gives.shortfall.share === undefined
      ? [idle([...at, "shortfall", "full_loss_above"], "the whole of a base is lost, and no share of one is given.")]
      : []),
    ...(gives.by !== undefined && gives.rows === undefined && gives.bands === undefined
      ? [idle([...at, "by"], "'by' picks rows or bands, and there are none.")]
      : []),
    ...(times ?? []).flatMap((each, nth) => timesComplaints([...path, "times", String(nth)], each)),
  ];
}

/** The forms that are written: a plain share, amount or points is one. */
const formsOf = (gives: GivesDocument): readonly string[] =>
  (["share", "amount", "points", ...forms] as const).filter((form) => gives[form] !== undefined);

function unclear(path: readonly string[], written: readonly string[]): Complaint {
  const message =
    written.length === 0
      ? "nothing says how much is given."
      : `${written.map((one) => `'${one}'`).join(" and ")} both say how much is given.`;
  const way_out =
    written.length === 0
      ? "Add one of share, amount, points, rows, shortfall, per_unit, bands and entered."
      : "Keep one of them.";
  return atKey(path, { code: "gives-unclear", message, way_out });
}

function giftComplaints({ path, kinds }: GiftPlace): readonly Complaint[] {
  if (kinds.length === 1) return [];
  const message = kinds.length === 0 ? "it gives nothing." : `it gives ${kinds.join(" and ")} at once.`;
  const way_out = kinds.length === 0 ? "Add share, amount or points, 0% for nothing." : "Keep one of them.";
  return [atKey(path, { code: "gives-unclear", message, way_out })];
}

/** What one award gives is counted in one way. */
function mixed(gifts: readonly GiftPlace[]): readonly Complaint[] {
  const first = gifts[0]?.kinds[0];
  const other = gifts.find(({ kinds }) => kinds.length === 1 && kinds[0] !== first);
  if (first === undefined || other === undefined) return [];
  const message = `${other.kinds[0]} stands beside ${first}: an award gives only one of them.`;
  return [atKey(other.path, { code: "gives-mixed", message, way_out: `Write ${first} here too.` })];
}

interface Of {
  readonly path: readonly string[];
  readonly of: string | undefined;
  readonly gifts: readonly GiftPlace[];
}

function ofComplaints({ plan }: PlanPlace, { path, of, gifts }: Of): readonly Complaint[] {
  const share = gifts.find(({ kinds }) => kinds.includes("share"));
  if (of === undefined) {
    if (share === undefined) return [];
    const way_out = `Add 'of' with a base${plan.weights === undefined ? "" : ", or 'of: weight'"}.`;
    return [atKey(share.path, { code: "base-missing", message: "it is not said of what the share is.", way_out })];
  }
  if (share === undefined && gifts.length > 0)
    return [idle([...path, "of"], "'of' belongs to a share, and none is given.")];
  if (of !== "weight" || Object.hasOwn(plan.bases, "weight")) return [];
  const lacks = [
    ...(plan.weight_rules === undefined ? ["weight_rules.divide"] : []),
    ...(plan.weights === undefined ? ["weights"] : []),
  ];
  if (lacks.length === 0) return [];
  const message = `a share of the weight needs ${lacks.join(" and ")}.`;
  const fault = {
    code: "weights-missing",
    message,
    way_out: "Add what is missing to the plan.",
    names: lacks[0] ?? "",
  };
  return [atValue([...path, "of"], { ...fault, names: lacks.includes("weights") ? "weights" : "weight_rules" })];
}

type Times = NonNullable<AwardDocument["times"]>[number];

/** A factor is plain, for a flag, a fact, a part of a whole, or picked from rows. */
function timesComplaints(path: readonly string[], { factor, flag, by, over, rows }: Times): readonly Complaint[] {
  const isPlain = factor !== undefined && by === undefined && over === undefined && rows === undefined;
  const isByFact = by !== undefined && factor === undefined && flag === undefined && !(over !== undefined && rows);
  if (isPlain || isByFact) return [];
  const message = "a factor is 'factor' alone or with 'flag', or 'by' alone, with 'over' or with 'rows'.";
  return [atKey(path, { code: "factor-unclear", message, way_out: "Write one of these forms." })];
}

function overrideComplaints({ plan, path }: PlanPlace): readonly Complaint[] {
  if (plan.override === undefined) return [];
  const at = [...path, "override", "gives"];
  const { share, of, amount } = plan.override.gives;
  const written = [...(share === undefined ? [] : ["share"]), ...(amount === undefined ? [] : ["amount"])];
  if (written.length !== 1) return [overrideUnclear(at, written)];
  if (share !== undefined && of === undefined) {
    const message = "it is not said of what the share is.";
    return [atKey(at, { code: "base-missing", message, way_out: "Add 'of' with a base." })];
  }
  return share === undefined && of !== undefined
    ? [idle([...at, "of"], "'of' belongs to a share, and none is given.")]
    : [];
}

const overrideUnclear = (path: readonly string[], written: readonly string[]): Complaint =>
  written.length > 0
    ? unclear(path, written)
    : atKey(path, {
        code: "gives-unclear",
        message: "nothing says how much is given.",
        way_out: "Add a share or an amount.",
      });

const idle = (path: readonly string[], message: string): Complaint =>
  atKey(path, { code: "field-without-use", message, way_out: "Remove it." });
