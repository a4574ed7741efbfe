import type { Check, Tree } from "./check.ts";
import { type Derivation, type Exact, said } from "./derivation.ts";
import { numberIn, order, own } from "./own-number.ts";

interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Recomputes lengths of time and sums of them from their instants. */
export const checkTime: Check = (node, tree) => {
  switch (node.operation.kind) {
    case "length":
      return isSeconds(node.value, stretchOf(node));
    case "counted time":
      return countedTime(node);
    case "service time":
      return serviceTime(node);
    case "union":
      return union(node, tree);
    case "due":
      return dueAt(node);
    case "history":
      return history(node);
    default:
      return "an operation on time";
  }
};

const instantIn = (value: Exact | undefined): number | null => (value?.kind === "instant" ? value.at : null);

/** The stretch from the first child's instant to the second's; null where one is missing or they are reversed. */
function stretchOf({ children }: Derivation): Stretch | null {
  const [from, until] = [instantIn(children[0]?.value), instantIn(children[1]?.value)];
  return from === null || until === null || until < from ? null : { from, until };
}

function isSeconds(value: Exact, stretch: Stretch | null): string | null {
  if (stretch === null) return "two instants, the earlier first";
  return isNumber(value, stretch.until - stretch.from);
}

function isNumber(value: Exact, whole: number): string | null {
  const says = numberIn(value);
  return says !== null && order(says, own(whole)) === 0 ? null : `${whole}/1`;
}

/** What ran, in a run of stretches that touch, and what was carried over to it. */
function countedTime(node: Derivation): string | null {
  const pieces = node.children.filter(({ operation }) => operation.kind === "length");
  const carried = node.children.filter(({ operation }) => operation.kind !== "length");
  const gap = pieces.find(
    (piece, index) => index > 0 && stretchOf(piece)?.from !== stretchOf(pieces[index - 1] as Derivation)?.until,
  );
  if (gap) return `no gap before ${gap.title}`;
  let whole = 0;
  for (const piece of pieces) {
    const stretch = stretchOf(piece);
    const choice = piece.children[2]?.value;
    if (stretch && choice?.kind === "words" && choice.words === said.running) whole += stretch.until - stretch.from;
  }
  for (const { value } of carried) whole += Number(numberIn(value)?.top ?? 0);
  return isNumber(node.value, whole);
}

/** Openings after each other, none twice. */
function serviceTime(node: Derivation): string | null {
  const openings = node.children.flatMap((child) => leafStretches(child));
  const twice = openings.find(({ from }, index) => index > 0 && from < (openings[index - 1] as Stretch).until);
  if (twice) return "openings that follow each other";
  return isNumber(
    node.value,
    openings.reduce((sum, { from, until }) => sum + until - from, 0),
  );
}

/** Every stretch of a node or below it. */
function leafStretches(node: Derivation): Stretch[] {
  const own = node.operation.kind === "length" ? stretchOf(node) : null;
  return own ? [own] : node.children.flatMap(leafStretches);
}

/** Counts elementary stretches between all borders: one counts when it is covered, inside and not outside. */
function union(node: Derivation, tree: Tree): string | null {
  if (node.operation.kind !== "union") return "a union";
  const { within, without } = node.operation;
  const covered = leafStretches(node);
  const inside = within === null ? null : stretchesIn(tree, within);
  const outside = without.flatMap((id) => stretchesIn(tree, id));
  const borders = [...covered, ...(inside ?? []), ...outside].flatMap(({ from, until }) => [from, until]);
  const sorted = [...new Set(borders)].sort((a, b) => a - b);
  const sweeps = { covered: sweep(covered), inside: inside && sweep(inside), outside: sweep(outside) };
  let whole = 0;
  sorted.forEach((from, index) => {
    const until = sorted[index + 1] ?? from;
    const counts = sweeps.covered(from) && (sweeps.inside?.(from) ?? true) && !sweeps.outside(from);
    if (counts) whole += until - from;
  });
  return isNumber(node.value, whole);
}

const stretchesIn = (tree: Tree, id: string): Stretch[] => {
  const node = tree.nodes.get(id);
  return node ? leafStretches(node) : [];
};

/** Asked with rising instants, says whether any stretch holds them. */
function sweep(stretches: readonly Stretch[]): (at: number) => boolean {
  const sorted = [...stretches].sort((a, b) => a.from - b.from);
  let next = 0;
  let until = Number.NEGATIVE_INFINITY;
  return (at) => {
    for (; next < sorted.length && (sorted[next] as Stretch).from <= at; next += 1) {
      until = Math.max(until, (sorted[next] as Stretch).until);
    }
    return at < until;
  };
}

/** The remaining seconds are used up where the last opening ends. */
function dueAt({ value, children }: Derivation): string | null {
  const [left, along] = children;
  const last = along ? leafStretches(along).at(-1) : undefined;
  if (!left || !along || !last) return "time left and the openings that follow";
  const [remaining, open] = [numberIn(left.value), numberIn(along.value)];
  if (remaining === null || open === null || order(remaining, open) !== 0) return "openings as long as the time left";
  return instantIn(value) === last.until ? null : String(last.until);
}

/** So many events, none before the one above it. */
function history(node: Derivation): string | null {
  const instants = node.children.map(({ value }) => instantIn(value));
  const unsorted = instants.some((at, index) => at === null || (index > 0 && at < (instants[index - 1] ?? at)));
  return unsorted ? "events in order" : isNumber(node.value, instants.length);
}
