import type { LevelReport, MissLine, SegmentLine } from "../../engine/report/report.ts";
import { alternative } from "../html/clock-bar.ts";
import { clockScale } from "../html/clock-scale.ts";
import { count } from "../html/text.ts";

/** Misses printed of a level; the workbook and the exports hold all. */
const mostPrinted = 10;

/** The newest misses, each with its clock as a bar over calendar time. */
export function missesData({ misses, missesDrawn }: LevelReport) {
  const shown = misses.slice(0, Math.min(missesDrawn, mostPrinted));
  const more = misses.length - shown.length;
  return {
    title: misses.length === 1 ? "1 miss" : `${count(misses.length)} misses`,
    side:
      more === 0
        ? "the newest first"
        : `the newest ${shown.length}; all are in the workbook and the exports of this report`,
    rows: shown.map(missData),
  };
}

function missData(miss: MissLine) {
  const { record, source, judged, elapsed, allowed, over, reason } = miss;
  return {
    ...{ record, source, judged, elapsed: elapsed || "–", allowed, over: over || "–", reason },
    opened: miss.opened ?? "–",
    clock: miss.segments.length === 0 ? null : clockData(miss),
  };
}

function clockData(miss: MissLine) {
  const scale = clockScale(miss.segments, 0, 1);
  const over = miss.segments.find(({ kind }) => kind === "over target");
  return {
    alt: alternative(miss),
    blocks: miss.segments.map((each) => ({
      kind: each.kind,
      x: scale.at(each.start),
      width: scale.at(each.end) - scale.at(each.start),
    })),
    reached: over === undefined ? null : scale.at(over.start),
    from: miss.segments[0]?.from ?? "",
    until: miss.segments.at(-1)?.until ?? "",
    sums: sums(miss.segments),
  };
}

/** Each kind of segment once, with its lengths and its first reason. */
function sums(segments: readonly SegmentLine[]): readonly { readonly kind: string; readonly text: string }[] {
  return [...new Set(segments.map(({ kind }) => kind))].map((kind) => {
    const own = segments.filter((each) => each.kind === kind);
    const reasons = [...new Set(own.map(({ because }) => because))].filter((each) => each !== "open");
    const why = kind === "running" || kind === "over target" || reasons.length === 0 ? "" : ` (${reasons[0]})`;
    return { kind, text: `${kind} ${lengthText(own)}${why}` };
  });
}

function lengthText(segments: readonly SegmentLine[]): string {
  const seconds = segments.reduce((sum, { start, end }) => sum + end - start, 0);
  const two = (size: number): string => String(size).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
