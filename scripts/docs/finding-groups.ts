/** Findings that are met at the same place, each with what a person can do about it. */
interface FindingGroup {
  readonly heading: string;
  readonly means: string;
  readonly findings: Readonly<Record<string, string>>;
}

const again = "Export the file again.";
const look = "Nothing, if the row is right; else mend it in the tool.";

export const findingGroups: readonly FindingGroup[] = [
  {
    heading: "The file cannot be read to its end",
    means: "What was read before it stands; what comes after it is missing.",
    findings: {
      "file-empty": again,
      "package-damaged": again,
      "package-empty": again,
      "package-encrypted": "Unpack it first.",
      "package-too-large": "Unpack it, or export a shorter span.",
      "several-in-package": "Name one under `file.inside`.",
      "not-in-package": "Correct `file.inside`.",
      "workbook-damaged": again,
      "workbook-too-large": "Export it as CSV.",
      "xml-broken": again,
      "xml-too-deep": again,
      "last-line-open": "See whether the last row is whole.",
      "row-cut": again,
      "quote-not-closed": "Look at the line, and export again.",
      "quotes-broken": "Look at the line, and export again.",
    },
  },
  {
    heading: "The columns are not those of the mapping",
    means: "Where a column is absent that the mapping reads, nothing is taken from the file.",
    findings: {
      "header-missing": "Export with the names of columns.",
      "header-damaged": "Export with the names of columns.",
      "column-absent": "Correct the name in the mapping, or export the column.",
      "column-ambiguous": "Export it once.",
      "column-twice": "Read the name it is taken as, if that one is meant.",
      "columns-not-read": "List them under `ignore` once you have looked at them.",
      "ignored-absent": "Take it out of `ignore`, or leave it.",
      "encoding-differs": "Correct `file.encoding`.",
    },
  },
  {
    heading: "A row cannot be read",
    means: "The row is held; the history of its record has a gap from then on.",
    findings: {
      "row-shifted": "Look for a separator inside a cell.",
      "row-too-long": "Look for a quotation mark that is not closed.",
      "nul-in-row": again,
      "not-json": "Look at the line, and export again.",
      "record-missing": "Give the record its id in the tool, or leave such rows out with `only_when`.",
      "stamp-missing": "Export the stamp, or leave such rows out with `only_when`.",
      "no-time": "Export a stamp.",
      "not-a-stamp": "Correct `stamps.order`, or mend the cell.",
      "no-such-date": "Correct `stamps.order`, or mend the cell.",
      "no-such-time": "Correct `stamps.time`, or mend the cell.",
      "not-a-number": "Add the cell's word to `file.missing`, if it says that nothing is known.",
    },
  },
  {
    heading: "The mapping does not know a word",
    means: "A word that is neither listed nor covered by `others` is never guessed.",
    findings: {
      "value-not-listed": "Add the word. Until then every row of the record is held.",
      "state-unknown": "Say what the state means, if you know it.",
      "unknown-zone": "Correct `stamps.time_zone`.",
    },
  },
  {
    heading: "A record says odd things",
    means: "The record is measured by what is known; where something is not known, it counts as not known.",
    findings: {
      "history-incomplete": "Export from an earlier day. If the first row is the creation: `first_row: creation`.",
      "row-repeated": "Nothing; it counts once.",
      "record-said-twice": "Export the record once, or map a stamp that says which row is newer.",
      "opened-missing": "Export the opening.",
      "opened-differs": look,
      "change-before-opened": look,
      "order-said-twice": look,
      "stamp-after-next": look,
      "stamp-said-twice": look,
      "state-since-row": "Map the stamp of the state, if the tool has one.",
      "state-without-stamp": "Map the stamp of the state, if the tool has one.",
      "trace-empty": look,
      "ends-before-it-begins": "Mend it in the tool.",
      "no-length": look,
      "outage-without-beginning": "Give the outage its beginning in the tool.",
      "time-said-twice": "Nothing, if `stamps.said_twice` is right.",
      "time-skipped": "Nothing, if `stamps.skipped` is right.",
    },
  },
  {
    heading: "Events that a tool sends",
    means: "A number names one event of its record. The event that came first counts; the other is held.",
    findings: {
      "event-contradicts": "Send what is right under a number of its own, or correct the record.",
    },
  },
  {
    heading: "Holidays and calendars",
    means: "Found in an iCalendar file, in a feed of holidays or in the tables of countries.",
    findings: {
      "not-a-calendar": "Fetch the file again.",
      "event-unreadable": "Write the day by hand.",
      "event-endless": "Write the days by hand.",
      "refused-day-absent": "Take the day out of those refused.",
      "unknown-country": "Correct the country, or write the days by hand.",
      "unknown-region": "Correct the region, or write the days by hand.",
    },
  },
  {
    heading: "What people state",
    means: "Found when figures are computed.",
    findings: {
      "entered-twice": "Remove the older figure.",
      "known-until-assumed": "Say it with `--as-known`.",
    },
  },
];
