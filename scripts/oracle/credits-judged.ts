import { type Heard, type Level, type MonthSpec, marks } from "./credits-spec.ts";

export interface Judged {
  readonly level: Level;
  readonly group: string | null;
  readonly state: "met" | "at minimum" | "missed" | "not rated" | "held";
  readonly figure: number | null;
}

/** The verdict of a figure against the marks of its level. */
export function verdictOf(level: Level, heard: Heard): Judged["state"] {
  if (typeof heard === "string") return heard;
  const { expected, minimum, lower } = marks[level];
  if (lower ? heard <= expected : heard >= expected) return "met";
  return minimum !== null && heard >= minimum ? "at minimum" : "missed";
}

export function judgedIn({ figures, circuits }: MonthSpec): readonly Judged[] {
  const judged = (level: Level, heard: Heard, group: string | null = null): Judged => ({
    level,
    group,
    state: verdictOf(level, heard),
    figure: typeof heard === "number" ? heard : null,
  });
  return [
    judged("uptime", figures.uptime),
    judged("repair", figures.repair),
    judged("calls", figures.calls),
    judged("errors", figures.errors),
    judged("circuit", circuits[0], "circuit-a"),
    judged("circuit", circuits[1], "circuit-b"),
  ];
}
