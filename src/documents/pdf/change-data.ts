import type { ChangeLine } from "../../engine/report/changes/change-line.ts";
import { figure } from "../html/text.ts";

/** What changed in the agreement and what is signed and coming, as it stands on paper. */
export const changesData = (changes: readonly ChangeLine[]) =>
  changes.map(({ kind, when, title, versions, source, reaches, by, what, reason }) => ({
    title,
    side: versions ?? "",
    said: [
      kind === "coming" ? `Comes into force on ${when}.` : `In force from ${when}.`,
      ...(reaches === null ? [] : [`It holds for the clocks of ${reaches}.`]),
      ...(by === null ? [] : [by]),
      ...(reason === null ? [] : [reason.replace(/(?<![.!?])$/, ".")]),
    ].join(" "),
    source: source.clause === null ? source.id : `${source.id}, ${source.clause}`,
    rows: what.map(({ of, term, before, after }) => [of, term, figure(before ?? "–"), figure(after ?? "–")]),
  }));
