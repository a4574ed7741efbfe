import { firstField, says } from "../../../engine/batch/columns.ts";
import type { Change, State } from "../../../engine/record/record.ts";
import type { Kept } from "../../../intake/bulk/bulk-records.ts";
import type { StateSaid } from "../../../intake/bulk/meanings.ts";
import { meant, sameState } from "../../../intake/read-state.ts";
import type { ColumnsAsked } from "../column-source.ts";
import { inOrderAsTheyStand } from "../untied.ts";

/** A field of the mapping: what its events say, and the code of its value by the code of a row's word. */
export interface FieldWords {
  /** The words of the rows; null where all rows say the same. */
  readonly codes: Int32Array | null;
  readonly what: number;
  /** Values by word; the last one is that of no word. Equal values have equal numbers, and 0 is no value. */
  readonly values: Int32Array;
  /** True where columns keep the value. */
  readonly isKept: boolean;
}

/** A moment that begins with a state. */
export interface EnteredWords {
  readonly what: number;
  /** A bit for the moment, the same for all rules of one moment. */
  readonly bit: number;
  readonly once: boolean;
}

/** The states of a mapping, by the code of a row's word. */
export interface StateWords {
  readonly codes: Int32Array;
  /** The same number for words of the same state; -1 where nothing is said. */
  readonly same: Int32Array;
  /** Code among `Words.states`. */
  readonly value: Int32Array;
  readonly isNew: Uint8Array;
  readonly isOpen: Uint8Array;
  /** A bit for each of `entered` that the state means. */
  readonly enters: Int32Array;
}

/** What the words of rows become in columns. */
export interface Words {
  readonly fields: readonly FieldWords[];
  readonly state: StateWords | null;
  readonly entered: readonly EnteredWords[];
  readonly states: State[];
  readonly values: (string | null)[];
  /** Whether the events of one row stand in the order in which all levels read them. */
  readonly isInOrder: (row: { isFirstOrSet: number; word: number; entered: number }) => boolean;
}

/** Reads each word once. */
export function wordsOf({ plan, rows, meanings }: Kept, { fields, ties }: ColumnsAsked): Words {
  const values = numbered<string | null>(null);
  const states = numbered<State>();
  const said = meanings.state?.values ?? [];
  const entered = plan.entered.map(({ moment, once }) => ({
    what: moments[moment] ?? says.nothing,
    bit: 1 << plan.entered.findIndex((each) => each.moment === moment),
    once,
  }));
  return {
    fields: plan.fields.map(({ name }, at): FieldWords => {
      const { column, values: words } = meanings.fields[at] as (typeof meanings.fields)[number];
      const isKept = fields.includes(name);
      return {
        codes: column < 0 ? null : (rows.codes[column] as Int32Array),
        what: isKept ? firstField + fields.indexOf(name) : says.nothing,
        values: Int32Array.from(column < 0 ? words : [...words, null], (value) =>
          values.of(value === null ? "" : `=${value}`, value),
        ),
        isKept,
      };
    }),
    state: meanings.state && {
      codes: rows.codes[meanings.state.column] as Int32Array,
      same: Int32Array.from([...said, null], (each) =>
        each === null ? -1 : said.findIndex((other) => other !== null && sameState(other.state, each.state)),
      ),
      value: Int32Array.from(said, (each) => (each === null ? 0 : states.of(keyOf(each.state), each.state))),
      isNew: Uint8Array.from([...said, null], (each) =>
        Number(each?.state.kind === "open" && each.state.name === "new"),
      ),
      isOpen: Uint8Array.from(said, (each) => Number(each?.state.kind === "open" || each?.state.kind === "waiting")),
      enters: Int32Array.from(said, (each) => (each === null ? 0 : bitsOf(plan.entered, each))),
    },
    entered,
    states: states.all,
    values: values.all,
    isInOrder: orderKnown({ said, moments: plan.entered.map(({ moment }) => moment), ties }),
  };
}

const { responded, resolved, closed, reopened } = says;
const moments: Readonly<Record<string, number>> = { responded, resolved, closed, reopened };

const keyOf = (state: State): string => (state.kind === "waiting" ? `waiting ${state.reason}` : state.kind);

const bitsOf = (rules: readonly { readonly word: string }[], { state, text }: NonNullable<StateSaid>): number =>
  rules.reduce((bits, { word }, at) => (meant(word, state, text) ? bits | (1 << at) : bits), 0);

/** A dictionary; what it is given to begin with has the number 0 under the empty key. */
function numbered<T>(...first: readonly T[]) {
  const all: T[] = [...first];
  const known = new Map<string, number>(first.map((_, at) => ["", at]));
  return {
    all,
    of: (key: string, item: T): number => {
      const code = known.get(key) ?? all.push(item) - 1;
      known.set(key, code);
      return code;
    },
  };
}

interface Row {
  readonly said: readonly StateSaid[];
  readonly moments: readonly string[];
  readonly ties: ColumnsAsked["ties"];
}

/** Asks the rules once for each kind of row. */
function orderKnown({ said, moments: names, ties }: Row): Words["isInOrder"] {
  const known = new Int8Array(2 * (said.length + 1) * 2 ** names.length);
  return ({ isFirstOrSet, word, entered }) => {
    const at = isFirstOrSet + 2 * (word + 1 + (said.length + 1) * entered);
    if (known[at] === 0) known[at] = inOrderAsTheyStand(changesOf({ isFirstOrSet, word, entered }), ties) ? 1 : -1;
    return known[at] === 1;
  };

  function changesOf({ isFirstOrSet, word, entered }: Parameters<Words["isInOrder"]>[0]): Change[] {
    const set: Change[] = isFirstOrSet === 1 ? [{ kind: "field", field: "", value: null }] : [];
    const state = said[word]?.state;
    const moved: Change[] = state ? [{ kind: "state", state }] : [];
    const begun = names.flatMap((moment, bit): Change[] => ((entered >> bit) & 1 ? [{ kind: "moment", moment }] : []));
    return [...set, ...moved, ...begun];
  }
}
