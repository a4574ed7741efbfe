import type { ContractDocument } from "../../agreement/document/document.ts";
import type { ChangedTerm } from "./change-line.ts";
import type { Texts } from "./changes-input.ts";
import { writtenChanges } from "./written-changes.ts";
import { type Names, writtenText } from "./written-text.ts";

/** Every field outside the service levels that is written otherwise after a change, and entries that came or went. */
export function sectionChanges({ before, after }: Texts, names: Names): readonly ChangedTerm[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was === undefined || is === undefined) return added(was, is, names);
    return writtenChanges({ of: is.of, before: was.written, after: is.written }, names);
  });
}

/** One entry of a section with what it is called. */
interface Entry {
  readonly of: string;
  readonly written: object;
}

function added(was: Entry | undefined, is: Entry | undefined, names: Names): readonly ChangedTerm[] {
  const textOf = (entry: Entry | undefined): string | null => (entry ? writtenText(entry.written, "", names) : null);
  const of = (is ?? was)?.of ?? "";
  return [{ of, term: is === undefined ? "removed" : "added", before: textOf(was), after: textOf(is) }];
}

/** Every entry of the contract by its place. Rules and service levels are left out: they show in the levels. */
function entriesOf(document: ContractDocument): ReadonlyMap<string, Entry> {
  const { rules: _, ...contract } = document.contract;
  const { services, components, offerings } = document.catalogue;
  const { priorities, waiting, fields } = document.definitions;
  const { triggers, ...improvement } = document.improvement;
  const { routes, ...underpinning } = document.underpinning;
  const sections: readonly Section[] = [
    ["Agreement", mapped(document.agreements, ({ service_levels, rules, ...head }) => head)],
    ["Credit plan", document.credit_plans],
    ["Charge", document.charges],
    ["Calendar", document.calendars],
    ["Special days", document.holidays],
    ["Maintenance window", document.maintenance_windows],
    ["Service", services],
    ["Component", components],
    ["Offering", offerings],
    ["Priority", priorities],
    ["Reason of waiting", waiting],
    ["Field", fields],
    ["Trigger", triggers],
    ["Report", document.reports],
    ["Review", document.reviews],
    ["Route", routes],
    ["Party", document.parties],
    ["Team", document.teams],
    ["Person", document.people],
    ["Tool", document.tools],
  ];
  return new Map<string, Entry>([
    ["contract", { of: "Contract", written: contract }],
    ...sections.flatMap(entriesIn),
    ["improvement", { of: "Improvement", written: improvement }],
    ["underpinning", { of: "Underpinning", written: underpinning }],
  ]);
}

type Section = readonly [word: string, entries: Readonly<Record<string, object>> | undefined];

const entriesIn = ([word, entries]: Section): readonly (readonly [string, Entry])[] =>
  Object.entries(entries ?? {}).map(([id, written]) => [
    JSON.stringify([word, id]),
    { of: `${word} ${titleOf(written) ?? id}`, written },
  ]);

const titleOf = (written: object): string | null => {
  if ("title" in written) return String(written.title);
  return "name" in written ? String(written.name) : null;
};

const mapped = <T>(entries: Readonly<Record<string, T>>, change: (entry: T) => object) =>
  Object.fromEntries(Object.entries(entries).map(([id, each]) => [id, change(each)]));
