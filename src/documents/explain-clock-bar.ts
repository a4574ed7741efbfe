import { type Derivation, nodesOf, said } from "../engine/report/explain/derivation.ts";
import type { MissLine, SegmentLine } from "../engine/report/report.ts";
import { dayLines } from "../engine/report/segment-lines.ts";
import { instant } from "../engine/time/instant.ts";
import type { Zone } from "../engine/time/zone.ts";

/** The clock of one record as the drawing of clocks takes it; null for a node that holds no clock. */
export function clockLine(record: Derivation, zone: Zone): MissLine | null {
  const counts = nodesOf(record).filter(({ operation }) => operation.kind === "counted time");
  const used = counts.find(({ id }) => id.endsWith("/used")) ?? counts.at(-1);
  const missed = missedAt(record);
  const segments = (used?.children ?? []).flatMap((each) => segmentOf(each)).flatMap((each) => cutAt(each, missed));
  const shown = segments.filter(({ kind }, index) => kind !== "stopped" || index < segments.length - 1);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!used || !first || !last) return null;
  return {
    record: record.title.split(":")[0] ?? record.title,
    source: record.source === null ? "" : `${record.source.file}, row ${record.source.row}`,
    opened: first.from,
    judged: "",
    openedAt: null,
    judgedAt: null,
    elapsed: used.text,
    allowed: allowedOf(record),
    over: "",
    reason: record.title,
    segments: shown,
    days: dayLines({ start: instant(first.start), end: instant(last.end) }, zone),
  };
}

/** The instant of the first judgement that was late. */
function missedAt(record: Derivation): number | null {
  const late = nodesOf(record).find(
    ({ operation, value }) => operation.kind === "judgement" && value.kind === "words" && value.words === said.late,
  );
  const at = late?.children[1]?.value;
  return at?.kind === "instant" ? at.at : null;
}

const allowedOf = (record: Derivation): string | null =>
  nodesOf(record).find(({ title }) => title.startsWith("time allowed"))?.text ?? null;

function segmentOf(node: Derivation): SegmentLine[] {
  const [from, until, choice] = node.children;
  if (from?.value.kind !== "instant" || until?.value.kind !== "instant") return [];
  const kind = choice?.text === "out of hours" ? "outside hours" : (choice?.text ?? "running");
  const [because = "", holder = null] = node.title.split(/ \(held by (.*)\)$/);
  const line = { kind, from: shortTime(from.text), until: shortTime(until.text), length: node.text, holder };
  const reason = because.replace(/^(paused|outside hours|stopped|running): /, "");
  return [{ ...line, because: reason, start: from.value.at, end: until.value.at }];
}

/** Running time after the miss is drawn apart. */
function cutAt(segment: SegmentLine, missed: number | null): SegmentLine[] {
  if (segment.kind !== "running" || missed === null || segment.end <= missed) return [segment];
  const over = { ...segment, kind: "over target", because: "the time allowed is used up" };
  if (segment.start >= missed) return [over];
  return [
    { ...segment, end: missed, length: lengthText(missed - segment.start) },
    { ...over, start: missed, length: lengthText(segment.end - missed), from: "" },
  ];
}

function lengthText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `Fri 27 Mar 2026 15:42:10` without its year. */
const shortTime = (text: string): string => text.replace(/ \d{4} /, " ");
