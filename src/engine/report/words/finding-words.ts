import type { Finding } from "../../finding/finding.ts";
import { sentence } from "./list.ts";
import { plain } from "./reason-words.ts";

/** The facts of a finding by name; `unknown` where the finding does not carry one. */
type Facts = (name: string) => string;

/** What is odd, in a sentence; a code without words of its own is said as it is written, with its facts. */
export function findingSentence({ code, facts }: Finding): string {
  const said: Facts = (name) => facts[name] || "unknown";
  return sentence(sentences[code]?.(said) ?? plain(code, facts));
}

/** One sentence a code, in the order of the alphabet. */
const sentences: Readonly<Record<string, (said: Facts) => string>> = {
  "change-before-opened": () => "a change is stamped before the record was opened",
  "column-absent": (said) => `the column ${said("column")} is not in the file; the nearest one is ${said("nearest")}`,
  "column-ambiguous": (said) => `the column ${said("column")} stands in the file more than once`,
  "column-twice": (said) =>
    `the column ${said("column")} stands in the file twice; this one is taken as ${said("taken_as")}`,
  "columns-not-read": (said) => `the mapping does not read these columns: ${said("columns")}`,
  "encoding-differs": (said) => `the file is written in ${said("file")}, the mapping says ${said("mapping")}`,
  "ends-before-it-begins": (said) => `its ${said("ends")} is before its ${said("begins")}`,
  "entered-twice": (said) => `a figure was entered more than once for ${said("period")}; the newest one is used`,
  "event-contradicts": (said) =>
    `under the number ${said("sequence")} the tool said something else before; this event is kept and not used`,
  "event-endless": (said) => `the event ${said("name")} repeats without end; ${said("at_most")} of it are read`,
  "event-unreadable": (said) => `an event of the calendar cannot be read: ${said("says")}`,
  "file-empty": () => "the file is empty",
  "header-damaged": () => "the first line, which names the columns, cannot be read",
  "header-missing": () => "the file has no line that names its columns",
  "history-incomplete": (said) =>
    `the history begins in the middle (${said("because")}), with the state ${said("first_state")}`,
  "ignored-absent": (said) => `the mapping ignores the column ${said("column")}, which is not in the file`,
  "known-until-assumed": (said) =>
    `nobody said up to when the records are complete; they are taken as complete up to the last of them, ${said("until")}`,
  "last-line-open": () => "the last line has no end; the file may have been cut off",
  "no-length": (said) => `its ${said("begins")} and its ${said("ends")} are the same instant`,
  "no-such-date": (said) => `${said("value")} is no date of the calendar`,
  "no-such-time": (said) => `${said("value")} is no time of a day`,
  "no-time": () => "the row says nothing of when anything happened",
  "not-a-calendar": (said) => `the file is no calendar: ${said("says")}`,
  "not-a-number": (said) => `${said("value")} in the column ${said("column")} is no number`,
  "not-a-stamp": (said) => `${said("value")} in the column ${said("column")} is no date and time`,
  "not-in-package": (said) => `${said("inside")} is not in the package, which holds ${said("holds")}`,
  "not-json": (said) => `the line is not JSON: ${said("says")}`,
  "nul-in-row": () => "the row holds a character that no text has",
  "opened-differs": (said) => `the row gives another opening than row ${said("first_row")}, which decides`,
  "opened-missing": (said) => `nothing in the column ${said("column")} says when the record was opened`,
  "order-said-twice": (said) =>
    `the row has the same place in the order, ${said("order")}, as row ${said("other_row")}`,
  "outage-without-beginning": () => "nothing says when the outage began",
  "package-damaged": (said) => `the ${said("package")} package is damaged: ${said("says")}`,
  "package-empty": () => "the package is empty",
  "package-encrypted": (said) => `${said("inside")} is encrypted`,
  "package-too-large": () => "the package is larger than is read",
  "quote-not-closed": () => "a quotation mark is not closed",
  "quotes-broken": (said) => `quotation marks are broken from line ${said("line")} on`,
  "record-missing": () => "the row names no record",
  "record-said-twice": (said) => `the record is told differently by row ${said("other_row")}`,
  "refused-day-absent": (said) => `${said("day")} was taken out of the holidays and is not among them`,
  "row-cut": () => "the last row is cut off",
  "row-repeated": () => "the row says what an earlier row has said",
  "row-shifted": (said) => `the row has ${said("cells")} cells for ${said("columns")} columns`,
  "row-too-long": (said) => `the row that begins at line ${said("line")} is longer than is read`,
  "several-in-package": (said) => `the package holds several files (${said("holds")}), and none is named`,
  "stamp-after-next": (said) =>
    `the stamp is later than that of row ${said("next_row")}, which follows it in the order`,
  "stamp-missing": (said) => `nothing in the column ${said("column")} says when it happened`,
  "stamp-said-twice": (said) => `another sample, of row ${said("other_row")}, has the same stamp`,
  "state-since-row": (said) =>
    `nothing says since when the state is ${said("state")}; it is taken from the row's own stamp`,
  "state-unknown": (said) => `the state ${said("value")} is not in the mapping; the record is taken as it was before`,
  "state-without-stamp": (said) => `nothing says since when the state is ${said("state")}`,
  "time-said-twice": (said) =>
    `${said("value")} comes twice in ${said("zone")}, where clocks went back; the ${said("taken")} one is meant`,
  "time-skipped": (said) =>
    `${said("value")} does not exist in ${said("zone")}, where clocks went forward; it is ${said("taken")}`,
  "trace-empty": (said) => `the trace ${said("trace")} has no event`,
  "unknown-country": (said) => `no holidays are known for the country ${said("country")}`,
  "unknown-region": (said) => `no holidays are known for the region ${said("region")}`,
  "unknown-zone": (said) => `${said("zone")} is no time zone`,
  "value-not-listed": (said) => `the value ${said("value")} in the column ${said("column")} is not in the mapping`,
  "workbook-damaged": (said) => `the workbook cannot be read: ${said("says")}`,
  "workbook-too-large": (said) => `the workbook is larger than ${said("at_most")}`,
  "xml-broken": (said) => `the log cannot be read to its end: ${said("says")}`,
  "xml-too-deep": (said) => `the log is nested deeper than is read, at line ${said("line")}`,
};

/** Every code that has a sentence of its own, in the order of the alphabet. */
export const findingCodes: readonly string[] = Object.keys(sentences);
