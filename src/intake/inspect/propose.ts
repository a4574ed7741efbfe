import type { Profile } from "./profile.ts";
import type { Understood } from "./understood.ts";
import { guessFlag, guessImpact, guessPriority, guessState } from "./words.ts";
import { entry, flow, indented, type Line, text } from "./yaml-lines.ts";

/** The proposed mapping as YAML, every guess marked as one, counts beside the values. */
export function proposedYaml(understood: Understood, marks: readonly string[]): string {
  const { seen } = understood;
  const id = idOf(understood);
  const lines: Line[] = [
    entry("underpin", "1"),
    entry("mappings", ""),
    ...indented(1, [entry(id, "")]),
    ...indented(2, [
      entry("tool", text(id), "guess: name the tool that wrote the file"),
      entry("gives", understood.gives.value, said(understood.gives)),
      entry("file", flow(fileFields(understood, marks)), seen.form.reasons.join("; ")),
      entry("stamps", flow(stampFields(understood)), `${said(seen.order)}${zoneNote(understood)}`),
      entry("rows", understood.rows.value, said(understood.rows)),
      ...recordLines(understood),
      ...fieldLines(understood),
      ...stateLines(understood),
      ...momentLines(understood),
      ...flagLines(understood),
      ...ignoreLines(understood),
    ]),
  ];
  return `${lines.map(({ depth, text: line, comment }) => `${"  ".repeat(depth)}${line}${comment ? `  # ${comment}` : ""}`).join("\n")}\n`;
}

const said = ({ sure, reason }: { readonly sure: boolean; readonly reason: string }): string =>
  sure ? reason : `guess: ${reason}`;

function idOf({ seen, gives }: Understood): string {
  const name = seen.file
    .toLowerCase()
    .replace(/\.[a-z0-9.]+$/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name || gives.value;
}

function fileFields({ seen }: Understood, marks: readonly string[]): [string, string][] {
  const { kind, separator, encoding } = seen.form;
  const fields: [string, string][] = [["kind", kind]];
  if (kind === "csv") fields.push(["separator", separator]);
  if (kind !== "xlsx") fields.push(["encoding", encoding]);
  return [...fields, ["missing", `[${["", ...marks].map((mark) => JSON.stringify(mark)).join(", ")}]`]];
}

function stampFields({ seen }: Understood): [string, string][] {
  const { order, time } = seen.order;
  return [
    ["order", order],
    ...(time === "12 hours" ? [["time", time] as [string, string]] : []),
    ["time_zone", "Etc/UTC"],
  ];
}

const zoneNote = ({ seen }: Understood): string =>
  /offset|epoch/.test(seen.order.order) ? "" : "; guess: the file names no zone, so write the one of the tool";

function recordLines({ columns, rows, seen }: Understood): Line[] {
  const lines: Line[] = [];
  if (seen.form.kind === "xes")
    lines.push(entry("first_row", "creation", "guess: the first event of a trace is its opening"));
  if (rows.value === "one per sample")
    lines.push(entry("record", "{file_name: without endings}", "guess: one series a file"));
  else if (columns.record) lines.push(entry("record", text(columns.record.name), "the id of the record"));
  if (columns.happened && rows.value !== "one per record") lines.push(entry("happened", text(columns.happened.name)));
  if (columns["in order of"] && rows.value === "one per change")
    lines.push(entry("in_order_of", text(columns["in order of"].name)));
  if (rows.value === "one per sample" && columns.value) lines.push(entry("value", text(columns.value.name)));
  return lines;
}

/** Roles that are fields, with the name of the field; those with `values` are translated. */
const plainFields: readonly (readonly [string, string])[] = [
  ["service", "service"],
  ["component", "component"],
  ["offering", "offering"],
  ["holder", "holder"],
  ["site", "site"],
  ["raised by", "raised_by"],
  ["closed as", "closed_as"],
];

function fieldLines(understood: Understood): Line[] {
  const { columns, gives } = understood;
  if (gives.value === "samples") return [];
  const lines: Line[] = [];
  if (columns.opened && gives.value !== "outages") lines.push(entry("opened", text(columns.opened.name)));
  if (columns.caller)
    lines.push(
      entry(
        "caller",
        flow([
          ["column", text(columns.caller.name)],
          ["personal", "true"],
        ]),
      ),
    );
  for (const [role, field] of plainFields) {
    const column = columns[role];
    if (column)
      lines.push(entry(field, text(column.name), understood.roles.get(column.name)?.sure === false ? "guess" : ""));
  }
  if (gives.value === "outages" && columns.impact) lines.push(...translated("impact", columns.impact, guessImpact));
  else if (columns.priority) lines.push(...translated("priority", columns.priority, guessPriority));
  else if (columns.impact) lines.push(...translated("priority", columns.impact, guessPriority));
  return lines.length === 0 ? [] : [entry("fields", ""), ...indented(1, lines)];
}

function translated(field: string, column: Profile, guess: (word: string) => string | null): Line[] {
  const values = byCount(column).map(([word, count]) =>
    entry(text(word), text(guess(word) ?? word), `${count} rows, guess`),
  );
  return [
    entry(field, ""),
    ...indented(1, [entry("column", text(column.name)), entry("values", ""), ...indented(1, values)]),
  ];
}

const byCount = ({ values }: Profile): [string, number][] => [...values].sort((a, b) => b[1] - a[1]);

const withoutStates = new Set(["outages", "samples", "surveys", "calls", "deliveries"]);

function stateLines({ columns, gives }: Understood): Line[] {
  if (!columns.state || withoutStates.has(gives.value)) return [];
  const values = byCount(columns.state).map(([word, count]) => {
    const state = guessState(word);
    return entry(
      text(word),
      state ?? "unknown",
      `${count} rows, ${state === null ? "nothing in the word suggests a state" : "guess"}`,
    );
  });
  return [
    entry("states", ""),
    ...indented(1, [entry("column", text(columns.state.name)), entry("values", ""), ...indented(1, values)]),
  ];
}

function momentLines(understood: Understood): Line[] {
  const { gives, rows, columns } = understood;
  const at = (moment: string, role: string): Line[] =>
    columns[role] ? [entry(moment, flow([["column", text(columns[role].name)]]))] : [];
  const lines: Line[] = [];
  if (gives.value === "outages") lines.push(...at("began", "began"), ...at("ended", "ended"));
  else if (rows.value === "one per change" && answers(understood))
    lines.push(entry("responded", "{first: in progress}", "guess"));
  else if (rows.value === "one per record") {
    lines.push(...at("due", "due"), ...at("responded", "responded"));
    if (gives.value === "requests") lines.push(...at("fulfilled", columns.resolved ? "resolved" : "closed"));
    else lines.push(...at("resolved", "resolved"));
    lines.push(...at("closed", "closed"));
  }
  return lines.length === 0 ? [] : [entry("moments", ""), ...indented(1, lines)];
}

const answers = ({ columns }: Understood): boolean =>
  [...(columns.state?.values.keys() ?? [])].some((word) => guessState(word) === "in progress");

function flagLines({ columns }: Understood): Line[] {
  if (!columns.flag) return [];
  const values = byCount(columns.flag).map(([word]): [string, string] => [text(word), guessFlag(word) ?? text(word)]);
  return [
    entry(
      "flag",
      flow([
        ["column", text(columns.flag.name)],
        ["values", flow(values)],
      ]),
      "the tool's own verdict, for comparison only",
    ),
  ];
}

/** Columns that nothing above uses. */
function ignoreLines(understood: Understood): Line[] {
  const used = new Set(usedColumns(understood));
  const left = understood.seen.profiles.filter(({ name }) => !used.has(name)).map(({ name }) => name);
  return left.length === 0
    ? []
    : [
        entry("ignore", ""),
        ...indented(
          1,
          left.map((name) => ({ depth: 0, text: `- ${text(name)}`, comment: "" })),
        ),
      ];
}

function usedColumns(understood: Understood): string[] {
  const lines = [recordLines, fieldLines, stateLines, momentLines, flagLines].flatMap((write) => write(understood));
  const whole = lines.map(({ text: line }) => line).join("\n");
  return understood.seen.profiles.flatMap(({ name }) => (names(whole, name) ? [name] : []));
}

/** True where a line ends with the column or holds it in a flow map. */
function names(whole: string, column: string): boolean {
  const written = text(column).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(
    `(^(record|happened|in_order_of|value|opened|${plainFields.map(([, field]) => field).join("|")}): ${written}$|column: ${written}([,}]|$))`,
    "m",
  ).test(whole);
}
