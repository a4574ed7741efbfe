import type { PointsOfPlan } from "../../../agreement/document/credit-limit.ts";
import { shareText } from "../../words/figure.ts";
import { moneyText } from "../../words/money.ts";
import { shortGift } from "./gift-text.ts";
import { plain } from "./number-text.ts";
import { type PlanPart, part } from "./plan-text.ts";
import { rowList } from "./row-text.ts";
import { defined, type ToldPlan } from "./told-plan.ts";

/** What the points of a month become; nothing for a plan without points. */
export function pointParts(told: ToldPlan): readonly PlanPart[] {
  const { points } = told.plan;
  if (!points) return [];
  return [part("Points", ["The points of all failures of the month are added up.", ...convertedText(told, points)])];
}

function convertedText(told: ToldPlan, points: PointsOfPlan): readonly string[] {
  if (points.rows) {
    const ofBase = points.of === undefined ? "an amount" : `a share of ${defined(points.of)}`;
    const say = (row: NonNullable<PointsOfPlan["rows"]>[number]): string => shortGift(told, row, { of: points.of });
    const list = rowList(points.rows, { fact: "points", say, otherwise: "nothing" });
    return [`Together they give ${ofBase} that depends on their sum: ${list}.`];
  }
  const free = points.free === undefined ? [] : [`The first ${plain(points.free)} points of a month cost nothing.`];
  if (points.share_each) {
    const { share, of } = points.share_each;
    return [...free, `Each ${free.length > 0 ? "other " : ""}point gives ${shareText(share)} of ${defined(of)}.`];
  }
  const each = points.money_each ? moneyText(points.money_each) : "1.00";
  if (!points.bands) return [...free, `Each ${free.length > 0 ? "other " : ""}point gives ${each}.`];
  return [
    ...free,
    `Each ${free.length > 0 ? "other " : ""}point gives ${each} times the factor of its own band: ${bandList(points.bands)}.`,
  ];
}

/** Bands count from the first point of the month on, the free ones included. */
function bandList(bands: NonNullable<PointsOfPlan["bands"]>): string {
  const said = bands.map(({ upto, factor }, index) => {
    const before = bands[index - 1]?.upto;
    const from = before ? `above ${plain(before)}` : "";
    const to = upto ? `up to ${plain(upto)}` : "";
    return `${[from, to].filter(Boolean).join(" ") || "all"}: ${plain(factor)}`;
  });
  const last = bands.at(-1)?.upto;
  return [...said, ...(last ? [`above ${plain(last)}: nothing`] : [])].join("; ");
}
