import type { Complaint } from "../agreement/problem.ts";
import type { Mapping } from "./mapping.ts";
import { nearest } from "./nearest.ts";
import { stateNames } from "./states.ts";

/** What single fields cannot show: whether the fields of a mapping make sense together. */
export function senseOf(mapping: Mapping): Complaint[] {
  return [...rowsOf(mapping), ...momentsOf(mapping), ...openedOf(mapping), ...ignoredOf(mapping), ...datesOf(mapping)];
}

function rowsOf(m: Mapping): Complaint[] {
  const problems: Complaint[] = [];
  if (m.rows !== "one per record" && m.happened === undefined) {
    problems.push(
      say(["happened"], "field-missing", `rows '${m.rows}' need the stamp of the row. Add 'happened', its column.`),
    );
  }
  if ((m.rows === "one per sample") !== (m.gives === "samples")) {
    problems.push(
      say(["rows"], "rows-and-records", `'one per sample' and 'gives: samples' belong together. Write both.`),
    );
  }
  if (m.gives === "samples" && m.value === undefined) {
    problems.push(say(["value"], "field-missing", `samples need what was measured. Add 'value', its column.`));
  }
  if (m.rows === "one per record" && Object.keys(m.moments).length === 0 && !("opened" in m.fields) && !m.happened) {
    problems.push(
      say(["moments"], "no-time", `nothing says when a record happened. Add 'opened' to fields or moments.`),
    );
  }
  return problems;
}

function momentsOf(m: Mapping): Complaint[] {
  const known = [...stateNames, ...reasonsOf(m), ...Object.keys(m.states?.values ?? {})];
  return Object.entries(m.moments).flatMap(([name, rule]) => {
    const word = rule === undefined || "column" in rule ? null : "first" in rule ? rule.first : rule.state;
    const key = rule !== undefined && "first" in rule ? "first" : "state";
    if (word === null) return [];
    if (!m.states)
      return [
        say(["moments", name, key], "no-states", `'${word}' is a state, but the mapping knows none. Add 'states'.`),
      ];
    if (known.includes(word)) return [];
    const close = nearest(word, known);
    const way = close ? `Did you mean '${close}'?` : `Write one of: ${known.join(", ")}.`;
    return [say(["moments", name, key], "unknown-state", `'${word}' is no state of this mapping. ${way}`)];
  });
}

/** The reasons of waiting that the states of a mapping name. */
export function reasonsOf(m: Mapping): string[] {
  const words = [...Object.values(m.states?.values ?? {}), ...(m.states?.others ? [m.states.others] : [])];
  return words.flatMap((word) => (typeof word === "object" && "waiting" in word ? [word.waiting] : []));
}

function openedOf(m: Mapping): Complaint[] {
  const opened = m.fields.opened;
  if (opened !== undefined && typeof opened !== "string") {
    return [say(["fields", "opened"], "wrong-form", `'opened' is a stamp. Write the name of its column alone.`)];
  }
  if (opened !== undefined && m.moments.opened !== undefined) {
    return [say(["moments", "opened"], "said-twice", `'opened' stands in fields and in moments. Remove one of them.`)];
  }
  return [];
}

function ignoredOf(m: Mapping): Complaint[] {
  const used = new Set(columnsOf(m));
  return m.ignore.flatMap((column, index) =>
    used.has(column)
      ? [
          say(
            ["ignore", String(index)],
            "used-and-ignored",
            `'${column}' is used by this mapping. Remove it from 'ignore'.`,
          ),
        ]
      : [],
  );
}

function datesOf(m: Mapping): Complaint[] {
  if (m.from === undefined || m.until === undefined || m.from <= m.until) return [];
  return [say(["until"], "until-before-from", `${m.until} lies before ${m.from}. Exchange them.`)];
}

/** Every column a mapping reads, each once. */
export function columnsOf(m: Mapping): string[] {
  const columns = new Set<string>();
  const add = (rule: unknown): void => {
    if (typeof rule === "string") columns.add(rule);
    else if (Array.isArray(rule)) for (const entry of rule) add(entry);
    else if (typeof rule === "object" && rule !== null && "column" in rule) {
      add(rule.column);
      if ("each" in rule) add(rule.each);
    }
  };
  for (const rule of [m.record, m.happened, m.learned, m.in_order_of, m.value, m.flag, m.states, m.only_when])
    add(rule);
  for (const rule of [...Object.values(m.fields), ...Object.values(m.moments), m.messages?.by, m.messages?.open])
    add(rule);
  for (const word of [...Object.values(m.states?.values ?? {}), m.states?.others]) {
    if (typeof word === "object" && "merged_into" in word) columns.add(word.merged_into);
  }
  return [...columns];
}

/** A sentence with its way out after the first full stop. */
function say(path: readonly string[], code: string, sentence: string): Complaint {
  const [, message = sentence, way_out = ""] = /^(.*?[.]) (.*)$/s.exec(sentence) ?? [];
  return { path, at: "value", code, message, way_out };
}
