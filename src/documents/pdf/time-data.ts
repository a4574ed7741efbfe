import type { TimeLine } from "../../engine/report/report.ts";

/** Outages printed of a level. */
const mostPrinted = 20;

const kinds = ["open", "agreed", "relieved", "unknown", "down"] as const;

/** The strip of days: spans of service time, downtime and what is apart from them, cut at midnight, from 0 to 1 downwards. */
export function timeData(time: TimeLine, title: string) {
  const all = [...time.down, ...time.agreed, ...time.relieved, ...time.unknown].sort((a, b) => a.start - b.start);
  return {
    alt: `${title}: service time ${time.scheduled}, down ${time.totals.down}, agreed downtime ${time.totals.agreed}, unknown ${time.totals.unknown}`,
    days: time.days.map(({ label }, index) => dayLabel(label, index, time.days.length)),
    blocks: kinds.flatMap((kind) => time[kind].flatMap((span) => cut(time, kind, span))),
    legend: [
      { kind: "down" as const, text: `down ${time.totals.down}` },
      { kind: "agreed" as const, text: `agreed downtime ${time.totals.agreed}` },
      { kind: "relieved" as const, text: `relief ${time.totals.relieved}` },
      { kind: "unknown" as const, text: `nothing known ${time.totals.unknown}` },
      { kind: "open" as const, text: `service time ${time.scheduled}` },
    ].filter(({ kind }) => time[kind].length > 0),
    rows: all
      .slice(0, mostPrinted)
      .map(({ from, until, length, kind, because }) => [from, until, length, kind, because]),
    more: Math.max(0, all.length - mostPrinted),
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const cut = ({ days }: TimeLine, kind: string, span: Span) =>
  days.flatMap((day, index) => {
    const [start, end] = [Math.max(span.start, day.start), Math.min(span.end, day.end)];
    const length = day.end - day.start;
    return start < end ? [{ kind, day: index, y: (start - day.start) / length, height: (end - start) / length }] : [];
  });

function dayLabel(label: string, index: number, days: number): string {
  const every = days > 100 ? 30 : days > 31 ? 7 : 1;
  return index % every === 0 ? (label.split(" ")[1] ?? "") : "";
}
