import { type Fraction, fraction, zero } from "../../number/fraction.ts";
import type { Day } from "../../time/civil.ts";
import type { AgreementDocument } from "../document/agreement.ts";
import type { ContractDocument } from "../document/document.ts";
import type { AgreedDowntimeDocument, LevelDocument, LowVolumeDocument, StageDocument } from "../document/level.ts";
import { entry } from "../document/written.ts";
import type { Mark } from "../quantity.ts";
import type { AgreedDowntime, LevelTerms, LowVolume, Stage, Target, Version } from "../terms.ts";
import { documentAt } from "./amended.ts";
import { clockTerms } from "./clock-terms.ts";
import { rulesOf } from "./rules.ts";
import { versionAt } from "./versions.ts";

/** Where a level stands. */
interface Place {
  readonly document: ContractDocument;
  readonly agreementId: string;
  readonly agreement: AgreementDocument;
  readonly version: Version;
}

/**
 * Every level of an agreement as in force on a day, references and defaults filled in. None before the agreement
 * begins, after it ends, or where there is no such agreement.
 */
export function levelTerms(document: ContractDocument, agreementId: string, at: Day): readonly LevelTerms[] {
  const found = versionAt(document, agreementId, at);
  if (found === null) return [];
  const place = { document: documentAt(document, at), agreementId, ...found };
  return Object.entries(found.agreement.service_levels).map(([id, level]) => termsOf(place, id, level));
}

/** The calendar of a level: its own, else that of its first service, else `always`; null where there is none. */
export function calendarOf(
  document: ContractDocument,
  agreement: AgreementDocument,
  level: LevelDocument,
): string | null {
  const own = level.calendar ?? level.clock?.calendar;
  if (own !== undefined) return own;
  const [first] = level.services ?? agreement.services;
  const ofService = entry(document.catalogue.services, first ?? "")?.calendar;
  return ofService ?? (entry(document.calendars, "always") ? "always" : null);
}

function termsOf(place: Place, id: string, level: LevelDocument): LevelTerms {
  const { document, agreement, agreementId } = place;
  const calendar = calendarOf(document, agreement, level) ?? "";
  return {
    ...named(place, id, level),
    ...populated(agreement, level),
    ...figured(level),
    clock: level.clock ? clockTerms(level.clock, level.of, calendar) : null,
    stages: (level.stages ?? []).map(stageTerms),
    target: targetTerms(level),
    calendar,
    agreedDowntime: level.agreed_downtime ? downtimeTerms(level.agreed_downtime) : null,
    lowVolume: lowVolumeTerms(level.low_volume),
    underpins: (level.underpins ?? []).map((name) => (name.includes("/") ? name : `${agreementId}/${name}`)),
    rules: rulesOf({ document, agreement, level }),
  };
}

function named({ agreementId, agreement, version }: Place, id: string, level: LevelDocument) {
  return {
    agreement: agreementId,
    kind: agreement.kind,
    id,
    title: level.title,
    clause: level.clause ?? null,
    purpose: level.purpose ?? null,
    wording: level.wording ?? null,
    version,
    provider: agreement.provider,
  };
}

function populated(agreement: AgreementDocument, level: LevelDocument) {
  return {
    measure: level.measure,
    of: level.of ?? null,
    source: level.source ?? null,
    where: level.where ?? {},
    good: level.good ?? null,
    except: level.except ?? [],
    services: level.services ?? agreement.services,
    period: level.period ?? agreement.period,
    commences: agreement.commences ?? null,
    judgedPer: level.judged_per ?? "all together",
  } as const;
}

function figured(level: LevelDocument) {
  const { divided_by: per, weighted_by: weight, together } = level;
  return {
    percent: level.percent ?? null,
    trim: level.trim ?? null,
    value: level.value ?? null,
    per: per ? { of: per.of, where: per.where ?? {} } : null,
    weightedBy: weight ? { field: weight.field, of: weight.of } : null,
    together: together ? { atLeast: together.at_least, of: together.of } : null,
    overPeriods: level.averaged_over ?? 1,
    slot: level.slot ?? null,
    sampledEvery: level.sampled_every ?? null,
    completeFrom: level.complete_from ?? usuallyComplete,
    scale: level.scale ?? null,
    abandoned: level.abandoned ?? null,
    parts: Object.entries(level.parts ?? {}).map(([part, share]) => ({ level: part, share })),
    points: pointsOf(level.points ?? {}),
    leftOut: level.left_out ?? "shared among the others",
  } as const;
}

/** Below this the verdict is undetermined, unless the level says otherwise. */
const usuallyComplete: Fraction = fraction(9, 10);

function pointsOf(points: NonNullable<LevelDocument["points"]>): LevelTerms["points"] {
  return {
    met: points.met ?? fraction(100),
    "at minimum": points["at minimum"] ?? zero,
    missed: points.missed ?? zero,
  };
}

function targetTerms({ measure, expected, minimum }: LevelDocument): Target {
  return { expected: markOf(measure, expected), minimum: markOf(measure, minimum) };
}

/** The bare figure of a score is in points. */
function markOf(measure: LevelDocument["measure"], mark: Mark | undefined): Mark | null {
  if (mark === undefined) return null;
  const isPoints = measure === "score" && mark.quantity.unit === "number";
  return isPoints ? { ...mark, quantity: { ...mark.quantity, unit: "points" } } : mark;
}

function stageTerms(stage: StageDocument): Stage {
  return {
    within: stage.within,
    expected: stage.expected,
    minimum: stage.minimum ?? null,
    lowVolume: lowVolumeTerms(stage.low_volume),
  };
}

function lowVolumeTerms(low: LowVolumeDocument | undefined): LowVolume | null {
  return low ? { fewerThan: low.fewer_than, then: low.then, misses: low.misses ?? 0 } : null;
}

function downtimeTerms(agreed: AgreedDowntimeDocument): AgreedDowntime {
  return {
    windows: agreed.windows ?? [],
    needs: agreed.needs ?? null,
    notice: agreed.notice ?? null,
    atMost: agreed.at_most ?? null,
    treated: agreed.treated ?? "taken out",
  };
}
