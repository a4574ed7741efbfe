import type { Fraction } from "../../number/fraction.ts";
import type { Allowed, Mark } from "../quantity.ts";
import type { Exception, Selection } from "../selection.ts";
import type { PeriodTerms } from "../terms.ts";
import type { MeasureKind, RecordKind } from "../words.ts";
import type { ClockDocument } from "./clock.ts";
import type { LevelRulesDocument } from "./rules.ts";
import type { ById } from "./written.ts";

/** One promise of an agreement, as written. */
export interface LevelDocument extends LevelRulesDocument {
  readonly title: string;
  readonly measure: MeasureKind;
  readonly of?: RecordKind | undefined;
  readonly where?: Selection | undefined;
  readonly good?: Selection | undefined;
  readonly except?: readonly Exception[] | undefined;
  readonly clock?: ClockDocument | undefined;
  readonly services?: readonly string[] | undefined;
  readonly calendar?: string | undefined;
  readonly period?: PeriodTerms | undefined;
  readonly judged_per?: "all together" | "service" | "component" | "site" | "priority" | undefined;
  /** Absent only where `stages` carry the targets. */
  readonly expected?: Mark | undefined;
  readonly minimum?: Mark | undefined;
  readonly stages?: readonly StageDocument[] | undefined;
  readonly agreed_downtime?: AgreedDowntimeDocument | undefined;
  readonly low_volume?: LowVolumeDocument | undefined;
  readonly sampled_every?: Allowed | undefined;
  readonly complete_from?: Fraction | undefined;
  readonly scale?: { readonly from: Fraction; readonly to: Fraction } | undefined;
  readonly abandoned?: "missed" | "left out" | "answered" | undefined;
  /** Which percentile, as a share. */
  readonly percent?: Fraction | undefined;
  /** Share of the worst records ignored before a figure is taken. */
  readonly trim?: Fraction | undefined;
  /** The field a figure is taken of, where it is not the clock. */
  readonly value?: string | undefined;
  /** For a rate: what the counted records are divided by. */
  readonly divided_by?: { readonly of: RecordKind; readonly where?: Selection | undefined } | undefined;
  /** Time weighted by a field of the outage, such as users hit, over this many. */
  readonly weighted_by?: { readonly field: string; readonly of: Fraction } | undefined;
  /** Several services or components as one: at least so many of them. */
  readonly together?: { readonly at_least: number; readonly of: readonly string[] } | undefined;
  /** So many periods, the newest included. */
  readonly averaged_over?: number | undefined;
  /** Length of a slot, for measures that judge slots of time. */
  readonly slot?: Allowed | undefined;
  readonly parts?: ById<Fraction> | undefined;
  readonly points?: PointsDocument | undefined;
  readonly left_out?: "shared among the others" | "counts as met" | undefined;
  /** `agreement/level`, for OLAs and UCs. */
  readonly underpins?: readonly string[] | undefined;
  readonly clause?: string | undefined;
  readonly purpose?: string | undefined;
  /** Negotiated text with blanks such as `{expected}`. */
  readonly wording?: string | undefined;
  readonly source?: string | undefined;
  readonly rules?: LevelRulesDocument | undefined;
}

export interface StageDocument {
  readonly within: Allowed;
  readonly expected: Mark;
  readonly minimum?: Mark | undefined;
  readonly low_volume?: LowVolumeDocument | undefined;
}

export interface AgreedDowntimeDocument {
  readonly windows?: readonly string[] | undefined;
  readonly needs?: "approved change" | undefined;
  readonly notice?: Allowed | undefined;
  readonly at_most?: Allowed | undefined;
  readonly treated?: "taken out" | "counted as up" | "not agreed" | undefined;
}

export interface LowVolumeDocument {
  readonly fewer_than: number;
  readonly then: "not rated" | "allow misses" | "join next period";
  readonly misses?: number | undefined;
}

export interface PointsDocument {
  readonly met?: Fraction | undefined;
  readonly "at minimum"?: Fraction | undefined;
  readonly missed?: Fraction | undefined;
}
