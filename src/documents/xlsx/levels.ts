import type { LevelReport, Report } from "../../engine/report/report.ts";

export const levelsOf = ({ agreements }: Report): readonly LevelReport[] => agreements.flatMap(({ levels }) => levels);

/** The one name of a level in every sheet, by which formulas find its rows; free of the wildcards that they know. */
export const keyOf = ({ agreement, id, group }: LevelReport): string =>
  [agreement, id, ...(group === null ? [] : [group])].join("/").replace(/[*?~]/g, "_").slice(0, 250);
