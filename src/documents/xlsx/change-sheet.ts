import type { WriteSheet } from "hucre/xlsx";
import type { ChangeLine } from "../../engine/report/changes/change-line.ts";
import type { Report } from "../../engine/report/report.ts";
import { tableSheet, type Value } from "./sheet.ts";

/** What changed in the agreement, a row a term; none where nothing did. */
export const changeSheets = ({ changes = [] }: Report): readonly WriteSheet[] =>
  changes.length === 0
    ? []
    : [
        tableSheet({
          name: "Changes",
          columns: [
            { head: "State", width: 10 },
            { head: "From", width: 18 },
            { head: "Title", width: 38 },
            { head: "Of", width: 34 },
            { head: "Term", width: 24 },
            { head: "Before", width: 22 },
            { head: "After", width: 22 },
            { head: "Holds for", width: 34 },
            { head: "By", width: 40 },
            { head: "Reason", width: 50 },
            { head: "Source", width: 22 },
            { head: "Clause", width: 18 },
            { head: "Versions", width: 26 },
          ],
          rows: changes.flatMap(rowsOf),
        }),
      ];

/** An amendment that changes nothing that shows has a row all the same. */
const rowsOf = ({ what, ...line }: ChangeLine): readonly (readonly Value[])[] =>
  (what.length === 0 ? [{ of: null, term: null, before: null, after: null }] : what).map((each) => [
    line.kind,
    line.when,
    line.title,
    each.of,
    each.term,
    each.before,
    each.after,
    line.reaches,
    line.by,
    line.reason,
    line.source.id,
    line.source.clause,
    line.versions,
  ]);
