import type { AwardDocument } from "../../../../engine/agreement/document/credit-award.ts";
import type { CreditFact } from "../../../../engine/agreement/document/credit-words.ts";
import type { Allowed, Quantity, Unit } from "../../../../engine/agreement/quantity.ts";
import { compare, type Fraction, zero } from "../../../../engine/number/fraction.ts";
import type { Complaint } from "../../problem.ts";
import { atValue } from "../rule.ts";
import { writeQuantity } from "../text.ts";
import { awardReach, heldFor } from "./award-reach.ts";
import { laddersOf, lengths, ofFigure, type Reader, readerOf } from "./ladders.ts";
import { anyMark, eachPlan, type PlanPlace } from "./plan-place.ts";

/** An edge, a step and a size are written in the unit of what they are held against, and are more than nothing. */
export const edgeUnit = eachPlan((place) => [
  ...laddersOf(place).flatMap(({ path, rows, fact, readers }) =>
    rows.flatMap((row, index) => {
      const [name, edge] = row.from ? (["from", row.from] as const) : (["upto", row.upto] as const);
      return edge ? complaints([...path, String(index), name], { edge, fact, readers }) : [];
    }),
  ),
  ...awardReach(place).flatMap((reach) =>
    formComplaints(reach.award, {
      path: [...reach.path, "gives"],
      readers: heldFor(place, reach).flatMap((one) => readerOf(place, one)),
    }),
  ),
  ...bonusComplaints(place),
]);

interface Edge {
  readonly edge: Quantity;
  readonly fact: CreditFact;
  readonly readers: readonly Reader[];
}

function complaints(path: readonly string[], { edge, fact, readers }: Edge): readonly Complaint[] {
  if (fact === "weight") return [];
  if (fact === "severity") return [wrong(path, edge, "'severity', which is a word for 'is'")];
  if (ofFigure.includes(fact)) {
    const other = readers.find(({ level }) => (anyMark(level)?.quantity.unit ?? edge.unit) !== edge.unit);
    const unit = other && anyMark(other.level)?.quantity.unit;
    return other && unit ? [wrong(path, edge, `the figure of '${other.name}', which is ${units[unit]}`)] : [];
  }
  if (edge.unit === "number" || (edge.unit === "time" && lengths.includes(fact))) return [];
  const isLength = lengths.includes(fact);
  return [wrong(path, edge, `'${fact}', which is ${isLength ? `${units.time} or a bare number` : "a bare number"}`)];
}

const units: Readonly<Record<Unit, string>> = {
  share: "a share such as 95%",
  time: "a time such as 2h",
  number: "a bare number",
  points: "a bare number",
};

const wrong = (path: readonly string[], edge: Quantity, what: string): Complaint =>
  atValue(path, {
    code: "wrong-unit",
    message: `'${writeQuantity(edge)}' cannot be held against ${what}.`,
    way_out: "Write it in that unit.",
  });

interface Read {
  readonly path: readonly string[];
  readonly readers: readonly Reader[];
}

function formComplaints({ gives }: AwardDocument, { path, readers }: Read): readonly Complaint[] {
  const { shortfall, per_unit } = gives;
  const ofShortfall = (["step", "target", "full_loss_above"] as const).flatMap((name) => {
    const edge = shortfall?.[name];
    return edge ? complaints([...path, "shortfall", name], { edge, fact: "figure", readers }) : [];
  });
  const sizes = [
    ...(per_unit ? [{ at: [...path, "per_unit", "size"], size: per_unit.size }] : []),
    ...(per_unit?.first ? [{ at: [...path, "per_unit", "first", "size"], size: per_unit.first.size }] : []),
  ];
  return [
    ...ofShortfall,
    ...(shortfall ? nothing([...path, "shortfall", "step"], shortfall.step.value) : []),
    ...sizes.flatMap(({ at, size }) => [
      ...(per_unit ? sizeComplaints(at, per_unit.count, size) : []),
      ...nothing(at, lengthOf(size)),
    ]),
  ];
}

function sizeComplaints(path: readonly string[], fact: CreditFact, size: Allowed | Fraction): readonly Complaint[] {
  if ("n" in size || lengths.includes(fact)) return [];
  const message = `'${fact}' is not counted in time.`;
  return [atValue(path, { code: "wrong-unit", message, way_out: "Write a bare number." })];
}

function nothing(path: readonly string[], length: Fraction): readonly Complaint[] {
  if (compare(length, zero) > 0) return [];
  return [atValue(path, { code: "count-too-small", message: "it is nothing at all.", way_out: "Write more than 0." })];
}

const lengthOf = (size: Allowed | Fraction): Fraction =>
  "n" in size ? size : { n: BigInt(size.kind === "time" ? size.seconds : size.count), d: 1n };

function bonusComplaints(place: PlanPlace): readonly Complaint[] {
  const { bonus } = place.plan;
  if (bonus === undefined) return [];
  const names = bonus.levels?.map((one) => (one.includes("/") ? one : `${place.plan.for}/${one}`));
  const readers = (names ?? []).flatMap((name) => readerOf(place, { name, left: [] }));
  return [
    ...complaints([...place.path, "bonus", "above"], { edge: bonus.above, fact: "figure", readers }),
    ...(bonus.step ? complaints([...place.path, "bonus", "step"], { edge: bonus.step, fact: "figure", readers }) : []),
    ...(bonus.step ? nothing([...place.path, "bonus", "step"], bonus.step.value) : []),
  ];
}
