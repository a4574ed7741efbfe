import type { ContractDocument } from "../../agreement/document/document.ts";
import { entry } from "../../agreement/document/written.ts";
import { levelTerms } from "../../agreement/resolve/level-terms.ts";
import type { ContractTerms, LevelTerms } from "../../agreement/terms.ts";
import { writeProse } from "../prose/write-prose.ts";
import type { ChangedTerm } from "./change-line.ts";
import type { ChangesInput, Texts } from "./changes-input.ts";

/** Every term of a service level that reads otherwise after a change, and the levels that came or went. */
export function levelChanges({ before, after }: Texts, contractOf: ChangesInput["contractOf"]): readonly ChangedTerm[] {
  const names = namesOfBoth(contractOf(before), contractOf(after));
  return Object.entries(after.agreements).flatMap(([id, { title }]) => {
    const [old, now] = [levelsOf(before, id), levelsOf(after, id)];
    const both = [...now].flatMap(([level, terms]) => {
      const then = old.get(level);
      return then === undefined ? [] : [changedTerms(then, terms, names)];
    });
    const gone = [...old].filter(([level]) => !now.has(level)).map(([, level]) => removed(level, names));
    const come = [...now].filter(([level]) => !old.has(level)).map(([, level]) => added(level, names));
    return [...together(both, title), ...come, ...gone];
  });
}

/** The words of both texts, so that a name or a calendar that changed does not change every level that uses it. */
function namesOfBoth(before: ContractTerms, after: ContractTerms): ContractTerms {
  return {
    ...after,
    calendars: { ...before.calendars, ...after.calendars },
    windows: { ...before.windows, ...after.windows },
    waiting: { ...before.waiting, ...after.waiting },
    catalogue: { ...before.catalogue, ...after.catalogue },
    names: { ...before.names, ...after.names },
  };
}

/** The levels of an agreement by id, as on its first day: the text has no amendments, so they are the same on all. */
function levelsOf(text: ContractDocument, agreement: string): ReadonlyMap<string, LevelTerms> {
  const from = entry(text.agreements, agreement)?.from;
  const levels = from === undefined ? [] : levelTerms(text, agreement, from);
  return new Map(levels.map((level) => [level.id, level]));
}

function changedTerms(before: LevelTerms, after: LevelTerms, contract: ContractTerms): readonly ChangedTerm[] {
  const [old, now] = [termsOf(before, contract), termsOf(after, contract)];
  const names = [...new Set([...now.keys(), ...old.keys()])];
  const changed = names.flatMap((term) => {
    const [was, is] = [old.get(term) ?? null, now.get(term) ?? null];
    return was === is ? [] : [{ of: after.title, term, before: was, after: is }];
  });
  if (before.wording === after.wording) return changed;
  const [was, is] = [wordingOf(before, contract), wordingOf(after, contract)];
  return [...changed, { of: after.title, term: "Wording", before: was, after: is }];
}

/** The terms of a level by name; its version is the change itself, and rules of calendars stand under calendars. */
function termsOf(level: LevelTerms, contract: ContractTerms): ReadonlyMap<string, string> {
  const { terms, times } = writeProse({ level, contract, written: new Set() });
  const own = [
    ["Title", level.title],
    ["Clause", level.clause],
    ["Purpose", level.purpose],
    ...terms.filter(isOwn).map(({ name, value }) => [name, value] as const),
    ...times.flatMap(({ name, within, calendar, clause }) => [
      [`Time allowed, ${name}`, within] as const,
      [`Calendar, ${name}`, calendar] as const,
      [`Clause, ${name}`, clause] as const,
    ]),
  ] as const;
  return new Map(own.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])));
}

const isOwn = ({ name, about }: { readonly name: string; readonly about: string }): boolean =>
  name !== "Version" && about !== "calendar";

const definitionOf = (level: LevelTerms, contract: ContractTerms): string =>
  writeProse({ level, contract, written: new Set() }).definition;

const wordingOf = (level: LevelTerms, contract: ContractTerms): string | null =>
  level.wording === null ? null : definitionOf({ ...level, purpose: null }, contract);

const added = (level: LevelTerms, contract: ContractTerms): ChangedTerm => ({
  ...{ of: level.title, term: "Service level added", before: null, after: definitionOf(level, contract) },
});

const removed = (level: LevelTerms, contract: ContractTerms): ChangedTerm => ({
  ...{ of: level.title, term: "Service level removed", before: definitionOf(level, contract), after: null },
});

/** A term that changes in the same way for every level of the agreement is said once. */
function together(levels: readonly (readonly ChangedTerm[])[], title: string): readonly ChangedTerm[] {
  const [first = [], ...others] = levels;
  const key = ({ term, before, after }: ChangedTerm): string => JSON.stringify([term, before, after]);
  const inAll = others.length === 0 ? [] : first.filter((row) => others.every((each) => each.some(isSame(row))));
  const common = new Set(inAll.map(key));
  return [
    ...inAll.map((row) => ({ ...row, of: `Every service level of ${title}` })),
    ...levels.flatMap((each) => each.filter((row) => !common.has(key(row)))),
  ];
}

const isSame =
  (row: ChangedTerm) =>
  (other: ChangedTerm): boolean =>
    row.term === other.term && row.before === other.before && row.after === other.after;
