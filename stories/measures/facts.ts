import type { RecordKind } from "../../src/engine/agreement/words.ts";
import { inOrder } from "../../src/engine/record/history.ts";
import type { Change, Fact, RecordEvent } from "../../src/engine/record/record.ts";
import { type Instant, instant } from "../../src/engine/time/instant.ts";
import { moment as moments } from "../../src/wire/agreement/words.ts";
import type { Yaml, YamlMap } from "./row.ts";

/** `03-02 10:00`, of 2026, or with a year and seconds; in UTC. */
export function instantAt(text: string): Instant {
  const [, year = "2026", month, day, hour, minute, second = "0"] =
    /^(?:(\d{4})-)?(\d{2})-(\d{2}) (\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  if (Number.isNaN(at)) throw new Error(`'${text}' is no instant`);
  return instant(at / 1000);
}

/**
 * A record in shorthand: moments at their instants, `waits: [reason, from, until]`, `cancelled` at an instant, a series
 * of `values` read `every` so many seconds `from` an instant, and any other word as a field. `count` makes many alike.
 */
export function factsOf(kind: RecordKind, records: readonly YamlMap[]): Fact[] {
  return records.flatMap((record, index) => {
    const { count = "1", tool = "desk", ...rest } = record;
    return Array.from({ length: Number(count) }, (_, copy) =>
      fact(`${kind}-${index + 1}.${copy + 1}`, kind, { ...rest, tool }),
    );
  });
}

function fact(id: string, kind: RecordKind, { tool = "desk", ...record }: YamlMap): Fact {
  const told = Object.entries(record).flatMap(([word, value]) => changesOf(word, value, record));
  const first = told.map(({ at }) => at).filter((at) => at !== null);
  const begins = instant(Math.min(...first));
  const events = told.map(({ at, change }, sequence): RecordEvent => {
    const happened = at ?? begins;
    return { happened, learned: happened, sequence, source: { file: "story", row: sequence + 1 }, change };
  });
  return { id, kind, tool: String(tool), events: inOrder(events) };
}

interface Told {
  readonly at: Instant | null;
  readonly change: Change;
}

function changesOf(word: string, value: Yaml, record: YamlMap): Told[] {
  if (word === "values") return seriesOf(value as readonly string[], record);
  if (word === "from" || word === "every") return [];
  if (word === "waits") return waitOf(value as readonly [string, string, string]);
  if (word === "cancelled")
    return [{ at: instantAt(String(value)), change: { kind: "state", state: { kind: "cancelled" } } }];
  if (word === "planned end" || (moments.options as readonly string[]).includes(word))
    return momentOf(word, String(value));
  return [{ at: null, change: { kind: "field", field: word, value: String(value) } }];
}

const momentOf = (moment: string, at: string): Told[] => [{ at: instantAt(at), change: { kind: "moment", moment } }];

function waitOf([reason, from, until]: readonly [string, string, string]): Told[] {
  return [
    { at: instantAt(from), change: { kind: "state", state: { kind: "waiting", reason } } },
    { at: instantAt(until), change: { kind: "state", state: { kind: "open", name: "in progress" } } },
  ];
}

function seriesOf(values: readonly string[], { from, every }: YamlMap): Told[] {
  const start = instantAt(String(from));
  return values.map((value, index) => ({
    at: instant(start + index * Number(every)),
    change: { kind: "value", value },
  }));
}
