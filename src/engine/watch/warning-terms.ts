import type { AgreementDocument, WarningDocument } from "../agreement/document/agreement.ts";
import type { ContractDocument } from "../agreement/document/document.ts";
import type { WarningAt } from "../agreement/document/written.ts";
import type { Allowed } from "../agreement/quantity.ts";
import { versionsOf } from "../agreement/resolve/versions.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import { exactDecimal } from "../number/decimal.ts";
import { type Fraction, fraction, times } from "../number/fraction.ts";

/** A point on the way of a clock to its target. A time before the due moment is counted as the target is (semantics 22). */
export type WarningMark =
  | { readonly kind: "share"; readonly share: Fraction }
  | { readonly kind: "before due"; readonly allowed: Allowed };

/** Who is told, and when; the id is the mark as it is written: `75%`, `1h 30m before`, `2 business days before`. */
export interface Warning {
  readonly id: string;
  readonly at: WarningMark;
  /** Roles; none where the agreement names none. */
  readonly tell: readonly string[];
}

/** The id of a miss, which is told whatever the agreement says. */
export const missed = "missed";

/** The warnings of an agreement as written, those of one mark as one; 50 %, 75 % and 90 % where it says none. */
export function warningTerms({ warnings }: Pick<AgreementDocument, "warnings">): readonly Warning[] {
  const byId = Map.groupBy((warnings ?? usual).map(warningOf), ({ id }) => id);
  return [...byId.values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ ...first, tell: [...new Set(all.flatMap(({ tell }) => tell))] }] : [];
  });
}

/** The warnings of every version of every agreement, by `versionKey`. */
export function warningsByVersion(document: ContractDocument): ReadonlyMap<string, readonly Warning[]> {
  return new Map(
    Object.keys(document.agreements).flatMap((id) =>
      versionsOf(document, id).map(
        ({ version, agreement }) => [versionKey({ agreement: id, version }), warningTerms(agreement)] as const,
      ),
    ),
  );
}

/** The key of a version of an agreement, such as `harbour-sla/2`. */
export const versionKey = ({ agreement, version }: Pick<LevelTerms, "agreement" | "version">): string =>
  `${agreement}/${version.number}`;

/** What is warned of where an agreement is silent. */
const usual: readonly WarningDocument[] = [50, 75, 90].map((percent) => ({
  at: { kind: "share used", share: fraction(percent, 100) },
  tell: [],
}));

/** What is warned of where nothing is known of the agreement's text. */
export const usualWarnings: readonly Warning[] = warningTerms({});

function warningOf({ at, tell }: WarningDocument): Warning {
  return { ...markOf(at), tell };
}

function markOf(at: WarningAt): Pick<Warning, "id" | "at"> {
  if (at.kind === "before")
    return { id: `${lengthOf(at.allowed)} before`, at: { kind: "before due", allowed: at.allowed } };
  const percent = times(at.share, fraction(100));
  return { id: `${exactDecimal(percent) ?? `${percent.n}/${percent.d}`}%`, at: { kind: "share", share: at.share } };
}

/** A time as agreements write it. */
function lengthOf(allowed: Allowed): string {
  if (allowed.kind !== "time") {
    const unit = allowed.kind === "days" ? "day" : "business day";
    return `${allowed.count} ${unit}${allowed.count === 1 ? "" : "s"}`;
  }
  const { seconds } = allowed;
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "m"],
    [seconds % 60, "s"],
  ] as const;
  const written = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return written.length === 0 ? "0s" : written.join(" ");
}
