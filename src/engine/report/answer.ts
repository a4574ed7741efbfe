import type { Verdict } from "../agreement/words.ts";
import type { LevelReport, Report } from "./report.ts";
import { all, counted, sentence } from "./words/list.ts";
import { verdicts } from "./words/verdict.ts";

/** How many levels have each verdict. */
export function countVerdicts(levels: readonly Pick<LevelReport, "verdict">[]): Report["counts"] {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of levels) counts[verdict] += 1;
  return counts;
}

const saidInOrder: readonly Verdict[] = ["at minimum", "missed", "undetermined", "held", "not rated"];

/** `March 2026: 11 of 13 met, 1 at minimum, 1 missed.` */
export function answerOf(label: string, counts: Report["counts"]): string {
  const total = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  if (total === 0) return `${label}: no service level was judged.`;
  if (counts.met === total)
    return `${label}: ${total === 1 ? "the one service level was met" : `all ${total} service levels met`}.`;
  const others = saidInOrder.flatMap((verdict) => (counts[verdict] > 0 ? [`${counts[verdict]} ${verdict}`] : []));
  return `${label}: ${[`${counts.met} of ${total} met`, ...others].join(", ")}.`;
}

/** One line of reason: what was missed and by how much, then what could not be judged, then the state of the data. */
export function becauseOf(levels: readonly LevelReport[], files: Report["files"]): string {
  const missed = levels.filter(({ verdict }) => verdict === "missed").map(short);
  const weak = levels.filter(({ verdict }) => verdict === "at minimum").map(short);
  const open = levels.filter(({ verdict }) => verdict === "undetermined" || verdict === "held").map(name);
  const lines = [
    ...few(missed, (said) => `missed: ${said}`),
    ...few(weak, (said) => `at minimum: ${said}`),
    ...few(open, (said) => `not decided: ${said}`),
    dataLine(files),
  ];
  return lines.filter(Boolean).map(sentence).join(" ");
}

const most = 3;

function few(said: readonly string[], say: (text: string) => string): readonly string[] {
  if (said.length === 0) return [];
  const rest = said.length - most;
  return [say(all(rest > 0 ? [...said.slice(0, most), `${rest} more`] : said))];
}

const name = ({ title, group }: LevelReport): string => (group === null ? title : `${title}, ${group}`);

/** `Resolution of incidents (83.57 %, minimum 85.00 %)` */
function short(level: LevelReport): string {
  if (level.stages.length > 0) return name(level);
  const least = level.verdict === "missed" && level.minimum !== null;
  const target = least ? level.minimum : level.expected;
  const held = target === null ? "" : `, ${least ? "minimum" : "expected"} ${bare(target)}`;
  return `${name(level)} (${level.figure.text}${held})`;
}

const bare = (target: string): string => target.replace(/^at (least|most) /, "");

function dataLine(files: Report["files"]): string {
  if (files.length === 0) return "";
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const [held, left] = [
    files.reduce((sum, file) => sum + file.held, 0),
    files.reduce((sum, file) => sum + file.left, 0),
  ];
  const odd =
    held + left === 0 ? "all of them used or repeated" : `${counted(held, "row")} held back, ${left} left out`;
  return `${counted(rows, "row")} read from ${counted(files.length, "file")}, ${odd}`;
}
