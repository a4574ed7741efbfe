import type { Allowed } from "../../agreement/quantity.ts";
import { worked } from "../../calendar/service-time.ts";
import type { Segment } from "../../clock/reading.ts";
import { lengthOf } from "../../time/span.ts";
import { allowedTime } from "../words/duration.ts";
import type { Derivation } from "./derivation.ts";
import { node, seconds } from "./nodes.ts";
import { ruleTerm, type Setting, termAt } from "./setting.ts";

/** The row of the clock's table that rules, or the step of a staged test. */
export interface Row {
  readonly row: string | null;
  readonly within: Allowed | null;
}

/** The time allowed: from the row that rules, or from a step of a staged test. */
export function allowedNode(setting: Setting, of: Row, target: number): Derivation {
  const { clock, clause } = setting.level;
  const row = clock?.rows[of.row ?? ""];
  const within = of.within ?? row?.within ?? null;
  const said = within === null ? "" : allowedTime(within);
  const days = within !== null && within.kind !== "time" ? `, ${said} as service time` : "";
  const term = { ...termAt(setting, pathOf(setting, of), said), clause: row?.clause ?? clause };
  return node({ title: `time allowed${rowText(of.row)}${days}`, operation: "given", ...seconds(target), term });
}

const rowText = (row: string | null): string => (row === null || row === "*" ? "" : ` to ${row}`);

function pathOf({ level }: Setting, { row, within }: Row): string {
  const step = level.stages.findIndex((stage) => stage.within === within);
  if (within !== null && step >= 0) return `stages.${step + 1}.within`;
  const per = level.clock?.per ?? null;
  return per === null || row === null ? "clock.within" : `clock.per_${per}.${row}.within`;
}

/** With pauses by the wall clock a pause gives back its time outside hours too (semantics 6): added to the time allowed. */
export function withPauses(setting: Setting, allowed: Derivation, paused: Paused): Derivation {
  const extra = extraOf(setting, paused);
  if (extra === 0) return allowed;
  const title = "pauses outside hours, given back";
  const back = node({ title, operation: "given", ...seconds(extra), term: ruleTerm(setting, "pause_counts") });
  const total = Number(allowed.value.kind === "number" ? allowed.value.exact.split("/")[0] : 0) + extra;
  return node({ title: "time allowed with pauses", operation: "sum", ...seconds(total), children: [allowed, back] });
}

export interface Paused {
  readonly segments: readonly Segment[];
  readonly calendar: string | null;
}

function extraOf(setting: Setting, { segments, calendar }: Paused): number {
  const open = setting.calendars.get(calendar ?? "");
  if (setting.level.rules.pause_counts !== "wall clock" || !open) return 0;
  return segments
    .filter(({ kind }) => kind === "paused")
    .reduce((total, each) => total + lengthOf(each) - worked(open, each.start, each.end), 0);
}
