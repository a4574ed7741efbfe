import type { LevelTerms } from "../../agreement/terms.ts";
import type { Term } from "../report.ts";
import { judgedPerWords, kindWords, leftOutWords, measureWords, recordWords } from "../words/agreement-words.ts";
import { longDay } from "../words/dates.ts";
import { allowedTime } from "../words/duration.ts";
import { shareText } from "../words/figure.ts";
import { all } from "../words/list.ts";
import { periodWord } from "../words/period.ts";
import { calendarText } from "./hours-prose.ts";
import { selectionText } from "./selection-prose.ts";
import { expectedText, minimumText } from "./target-prose.ts";
import type { ToWrite } from "./to-write.ts";
import { valueText } from "./value-prose.ts";

/** The terms of the level itself by name. Those that mean nothing for its measure are left out when not agreed. */
export function levelTerms(of: ToWrite): readonly Term[] {
  return [...what(of), ...judged(of), ...rarer(of)].flatMap(([name, value, key]) =>
    value === null ? [] : [term(of, { name, value, key })],
  );
}

type Row = readonly [name: string, value: string | null, key: string];

function term(of: ToWrite, row: { readonly name: string; readonly value: string; readonly key: string }): Term {
  const always = ["measure", "of", "where", "target", "clock", "version", "kind"].includes(row.key);
  const written = always || of.written.has(row.key);
  return { name: row.name, value: row.value, clause: of.level.clause, written, about: "level" };
}

function what({ level, contract }: ToWrite): readonly Row[] {
  const { clock } = level;
  return [
    ["Measure", measureWords[level.measure], "measure"],
    ["Counted", level.of && recordWords[level.of].many, "of"],
    ["Those whose", selectionText(level.where, contract) || "every one", "where"],
    ["Good when", level.good && (selectionText(level.good, contract) || "always"), "good"],
    ["Left out", exceptions({ level, contract }), "except"],
    [
      "Services",
      all(level.services.map((id) => contract.catalogue[id]?.name ?? contract.names[id] ?? id)) || null,
      "services",
    ],
    ["Clock", clock && `from ${clock.starts} to ${clock.stops}${clock.by ? `, by ${clock.by}` : ""}`, "clock"],
    ["Time by", clock?.per ?? null, "clock"],
    ["Pauses for", clock && (all(clock.pauses.map((id) => contract.waiting[id]?.name ?? id)) || "nothing"), "pauses"],
    ["Value", level.value === null ? null : valueText(level), "value"],
    ["Records from", level.source === null ? null : (contract.names[level.source] ?? level.source), "source"],
    ["Calendar", clock === null ? calendarText(level.calendar, contract) : null, "calendar"],
  ];
}

function exceptions({ level, contract }: Pick<ToWrite, "level" | "contract">): string | null {
  return level.except.map(({ because, where }) => `${because} (${selectionText(where, contract)})`).join("; ") || null;
}

function judged({ level, contract }: ToWrite): readonly Row[] {
  return [
    ["Expected", expectedText(level, level.target), "target"],
    ["Minimum", minimumText(level, level.target) ?? (level.stages.length > 0 ? null : "none"), "target"],
    ["Steps", steps(level), "target"],
    ["Judged in each", periodWord(level.period), "period"],
    ["Judged per", judgedPerWords[level.judgedPer], "judged_per"],
    ["Complete from", shareText(level.completeFrom), "complete_from"],
    ["Agreement", [kindWords[level.kind], ...[contract.names[level.agreement] ?? []].flat()].join(", "), "kind"],
    ["Promised by", contract.names[level.provider] ?? level.provider, "kind"],
    ["Version", versionText(level), "version"],
    ["Verdicts from", level.commences == null ? null : longDay(level.commences), "commences"],
    ["Holds up", all(level.underpins) || null, "underpins"],
  ];
}

function rarer({ level, contract }: ToWrite): readonly Row[] {
  const low = level.lowVolume;
  const time = (key: "sampledEvery" | "slot"): string | null => level[key] && allowedTime(level[key]);
  return [
    ["Few records", low && `fewer than ${low.fewerThan}: ${low.then}, ${low.misses} misses`, "low_volume"],
    ["Agreed downtime", downtime(level), "agreed_downtime"],
    ["Percentile", level.percent && shareText(level.percent), "percent"],
    ["Slowest left aside", level.trim && shareText(level.trim), "trim"],
    [
      "Divided by",
      level.per && `${recordWords[level.per.of].many} ${selectionText(level.per.where, contract)}`.trim(),
      "per",
    ],
    [
      "Weighted by",
      level.weightedBy && `${level.weightedBy.field} over ${level.weightedBy.of.n}/${level.weightedBy.of.d}`,
      "weighted_by",
    ],
    ["Needed together", level.together && `${level.together.atLeast} of ${all(level.together.of)}`, "together"],
    ["Averaged over", level.overPeriods === 1 ? null : `${level.overPeriods} periods`, "over_periods"],
    ["Slot", time("slot"), "slot"],
    ["Sampled every", time("sampledEvery"), "sampled_every"],
    ["Scale", level.scale && `${level.scale.from.n} to ${level.scale.to.n}`, "scale"],
    ["Calls given up", level.abandoned, "abandoned"],
    ["Parts", all(level.parts.map(({ level: part, share }) => `${part} ${shareText(share)}`)) || null, "parts"],
    ["Points", points(level), "points"],
    ["Part without a verdict", level.parts.length === 0 ? null : leftOutWords[level.leftOut], "left_out"],
  ];
}

function steps(level: LevelTerms): string | null {
  const text = level.stages.map((stage) => {
    const minimum = minimumText(level, stage);
    const low = stage.lowVolume;
    const few = low === null ? "" : `, below ${low.fewerThan} ${low.then} ${low.misses}`;
    return `${allowedTime(stage.within)}: ${expectedText(level, stage) ?? "reported"}${minimum ? `, minimum ${minimum}` : ""}${few}`;
  });
  return text.join("; ") || null;
}

function downtime({ agreedDowntime: agreed }: LevelTerms): string | null {
  if (agreed === null) return null;
  const notice = agreed.notice ? [`notice ${allowedTime(agreed.notice)}`] : [];
  const most = agreed.atMost ? [`at most ${allowedTime(agreed.atMost)}`] : [];
  return [agreed.treated, ...(agreed.needs ? [agreed.needs] : []), ...notice, ...most, ...agreed.windows].join(", ");
}

function points({ points: given, parts }: LevelTerms): string | null {
  const said = (["met", "at minimum", "missed"] as const).flatMap((verdict) => {
    const value = given[verdict];
    return value ? [`${verdict} ${value.d === 1n ? value.n : `${value.n}/${value.d}`}`] : [];
  });
  return parts.length === 0 ? null : said.join(", ") || "none";
}

function versionText({ version }: LevelTerms): string {
  const until = version.until === null ? "" : ` to ${longDay(version.until)}`;
  const amendment = version.amendment === null ? "" : `, by amendment ${version.amendment}`;
  return `version ${version.number}, in force from ${longDay(version.from)}${until}${amendment}`;
}
