import type { ContractDocument } from "../engine/agreement/document/document.ts";
import type { CreditEntry, Said } from "../engine/credit/entry.ts";
import { levelName } from "../engine/credit/written/written-plan.ts";
import { placed } from "./agreement/places.ts";
import type { Complaint, Problem } from "./agreement/problem.ts";
import { shape } from "./agreement/shape.ts";
import { readTree, type SourceFile } from "./agreement/tree.ts";
import { creditEntry, type WrittenEntry } from "./credit-entries-file.ts";
import { entryFits, inItsMonth } from "./credit-entry-fits.ts";
import { readCreditFacts } from "./credit-facts.ts";
import { factsFile } from "./relief-file.ts";
import type { Read } from "./stated.ts";
import { entriesOf, whole } from "./stated-list.ts";

/** What people stated about credits in a file: bases and credits that are entered, facts, flags, claims, waivers. */
export interface StatedCredits {
  readonly entries: readonly CreditEntry[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the list `credit_entries` of a YAML file. Every entry must name what there is in the contract as in force in
 * its month. Broken entries are left out. What else is wrong with the file is told by `readStatedFacts`.
 */
export function readCreditEntries(file: SourceFile, document: ContractDocument): StatedCredits {
  const { tree, places, problems } = readTree(file);
  if (problems.length > 0) return { entries: [], problems };
  const { value, complaints } = shape(factsFile, tree);
  const { values, complaints: found } = entriesOf(value?.credit_entries, "credit_entries", (entry, at) => {
    const { value: read, complaints: unread } = whole(creditEntry, entry, at);
    return read === null ? { value: null, complaints: unread } : entryOf(read, { at, document, file: file.name });
  });
  const own = complaints.filter(({ path }) => path[0] === "credit_entries");
  const all = [...own, ...found, ...statedTwice(values)];
  return { entries: values, problems: all.map((complaint) => placed(places, complaint)) };
}

interface Place {
  readonly at: readonly string[];
  readonly document: ContractDocument;
  readonly file: string;
}

function entryOf(written: WrittenEntry, { at, document, file }: Place): Read<CreditEntry> {
  const said = saidOf(written, at);
  if (said.value === null) return { value: null, complaints: said.complaints };
  const fits = inItsMonth(written, document);
  const complaints = [...said.complaints, ...entryFits(written, at, fits)];
  const isBroken = complaints.some(({ weight }) => weight !== "warning");
  if (isBroken || fits.plan === undefined) return { value: null, complaints };
  const named = (level: string): string => levelName({ for: fits.plan?.for ?? "" }, level);
  const { id, plan, month, level, group = null, by, on, reason } = written;
  const value: CreditEntry = {
    ...{ id, plan, month, group, by, on, reason },
    level: level === undefined ? null : named(level),
    said: withNames(said.value, named),
    source: { file, row: Number(at[1]) + 1 },
  };
  return { value, complaints };
}

/** Levels of an event by the names they have in the plan. */
const withNames = (said: Said, named: (level: string) => string): Said =>
  said.kind === "event"
    ? { ...said, levels: said.levels.map(named), chosen: said.chosen === null ? null : named(said.chosen) }
    : said;

const ways = ["base", "facts", "flag", "claim", "event", "waived", "disputed"] as const;

/** The one thing that an entry says; an amount alone is one, too. */
function saidOf(written: WrittenEntry, at: readonly string[]): Read<Said> {
  const said = ways.filter((way) => written[way] !== undefined);
  const isAmount = said.length === 0 && written.amount !== undefined;
  const lacks = said.includes("base") && written.amount === undefined;
  const isOdd = written.amount !== undefined && !isAmount && !said.includes("base");
  const ofEvent = written.levels !== undefined || written.chosen !== undefined;
  if (said.length + (isAmount ? 1 : 0) !== 1 || lacks || isOdd || (ofEvent && !said.includes("event"))) {
    return { value: null, complaints: [unclear(at)] };
  }
  if (written.facts !== undefined) {
    const { facts, words, complaints } = readCreditFacts(written.facts, [...at, "facts"]);
    return { value: { kind: "facts", facts, words }, complaints };
  }
  return { value: plainly(written), complaints: [] };
}

function plainly({ base, amount, flag, claim, event, levels, chosen, waived, disputed }: WrittenEntry): Said | null {
  if (base !== undefined) return amount ? { kind: "base", base, amount } : null;
  if (amount !== undefined) return { kind: "amount", amount };
  if (flag !== undefined) return { kind: "flag", flag };
  if (claim !== undefined) return { kind: "claim" };
  if (event !== undefined) return { kind: "event", event, levels: levels ?? [], chosen: chosen ?? null };
  if (waived !== undefined) return { kind: "waiver", amount: waived };
  return disputed === undefined ? null : { kind: "dispute" };
}

function unclear(path: readonly string[]): Complaint {
  const message =
    "an entry says one thing: 'base' with 'amount', 'amount', 'facts', 'flag', 'claim', 'event' with 'levels', 'waived' or 'disputed'.";
  return {
    path,
    at: "key",
    code: "entry-unclear",
    message,
    way_out: "Write one of them; make several entries of several.",
  };
}

/** Entries are spoken of by their number, so that each number stands once. */
function statedTwice(entries: readonly CreditEntry[]): readonly Complaint[] {
  return entries.flatMap(({ id, source }, index) => {
    if (entries.findIndex((other) => other.id === id) === index) return [];
    const path = ["credit_entries", String(source.row - 1), "id"];
    const message = `'${id}' is there already.`;
    return [{ path, at: "value" as const, code: "stated-twice", message, way_out: "Write another." }];
  });
}
