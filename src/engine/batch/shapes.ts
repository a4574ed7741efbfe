import { type Columns, firstField, says } from "./columns.ts";
import { symbolOf } from "./moves.ts";

/** Records with the same events in the same order, whenever these happened, laid beside each other. */
export interface Shape {
  readonly count: number;
  readonly records: Int32Array;
  /** What happens at each of its instants: symbols of moves, and `changeOf` fields. */
  readonly steps: readonly (readonly number[])[];
  /** By `instant * count + position`: seconds since the first event of all. */
  readonly times: Int32Array;
  /** By `field * count + position`: the code of the field that the record began with; 0 after the last field. */
  readonly codes: Int32Array;
  /** By field: 1 where a record began without a value in it. */
  readonly lacks: Uint8Array;
  /** Every change of a field: when, whether in a second of its own, and the new code by position. */
  readonly changes: readonly {
    readonly instant: number;
    readonly field: number;
    readonly isAlone: boolean;
    readonly codes: Int32Array;
  }[];
}

export interface Shapes {
  readonly shapes: readonly Shape[];
  /** Records of no shape. */
  readonly rest: Int32Array;
}

/** The symbol of a field that takes another value; of such a symbol, the field. */
export const changeOf = (field: number): number => -1 - field;

/** The shapes that most records have; what else there is, is cheaper record by record. */
const mostShapes = 256;
const mostInstants = 16;
/** Shapes are told apart by a tree of events; records beyond so many nodes have none. */
const mostNodes = 8192;

const known = new WeakMap<Columns, Shapes>();

/** The shapes of columns, found once and kept as long as these are, which nobody changes once they are made. */
export function shapesOf(columns: Columns, base: number): Shapes {
  const found = known.get(columns) ?? findShapes(columns, base);
  known.set(columns, found);
  return found;
}

interface Node {
  readonly next: Map<number, number>;
  readonly parent: number;
  readonly symbol: number;
  readonly isLater: boolean;
  count: number;
}

/** What was read of every record: the node its events lead to, and the instants, from `from[record]` on. */
interface Reading {
  readonly nodes: Node[];
  readonly nodeOf: Int32Array;
  readonly from: Int32Array;
  readonly instants: Int32Array;
  /** By field: its code in the record at hand. */
  readonly began: Int32Array;
}

const root = 0;
const noNode = -1;

function findShapes(columns: Columns, base: number): Shapes {
  const reading = readAll(columns, base);
  const { nodes, nodeOf } = reading;
  const ranked = [...nodes.keys()].filter((node) => node !== root && (nodes[node] as Node).count > 0);
  ranked.sort((a, b) => (nodes[b] as Node).count - (nodes[a] as Node).count);
  const shapes = ranked.slice(0, mostShapes).map((node) => shapeOf(stepsTo(nodes, node), nodes[node] as Node, columns));
  const shapeAt = new Int16Array(nodes.length).fill(noNode);
  for (const [shape, node] of ranked.slice(0, mostShapes).entries()) shapeAt[node] = shape;
  const filled = new Int32Array(shapes.length);
  const rest: number[] = [];
  for (let record = 0; record < columns.count; record += 1) {
    const node = nodeOf[record] as number;
    const index = node < 0 ? noNode : (shapeAt[node] as number);
    if (index >= 0) {
      const { records } = shapes[index] as Shape;
      const position = filled[index] as number;
      records[position] = record;
      filled[index] = position + 1;
      fill(columns, reading, { shape: shapes[index] as Shape, record, position });
    } else if (node !== root) rest.push(record);
  }
  return { shapes, rest: Int32Array.from(rest) };
}

function readAll(columns: Columns, base: number): Reading {
  const { count, offsets, happened } = columns;
  const nodes: Node[] = [{ next: new Map(), parent: root, symbol: says.nothing, isLater: false, count: 0 }];
  const reading: Reading = {
    nodes,
    nodeOf: new Int32Array(count),
    from: new Int32Array(count + 1),
    instants: new Int32Array(happened.length),
    began: new Int32Array(columns.fields.length),
  };
  let size = 0;
  for (let record = 0; record < count; record += 1) {
    reading.from[record] = size;
    if ((offsets[record] as number) === (offsets[record + 1] as number)) continue;
    size = readRecord(columns, reading, { record, size, base });
  }
  reading.from[count] = size;
  return reading;
}

function readRecord(
  { offsets, happened, what, value }: Columns,
  { nodes, nodeOf, instants, began }: Reading,
  of: { readonly record: number; readonly size: number; readonly base: number },
): number {
  const first = offsets[of.record] as number;
  const end = offsets[of.record + 1] as number;
  const opened = happened[first] as number;
  clear(began);
  let size = of.size;
  let last = opened;
  instants[size] = opened - of.base;
  size += 1;
  let node = stepFrom(nodes, root, { symbol: says.nothing, isLater: true });
  for (let i = first; i < end; i += 1) {
    const at = happened[i] as number;
    const said = what[i] as number;
    if (said === says.nothing || (said === says.answer && i === first)) continue;
    const field = said - firstField;
    if (field >= 0 && at === opened) began[field] = value[i] as number;
    if (field >= 0 && (at === opened || began[field] === value[i])) continue;
    const isLater = at !== last;
    if (isLater) {
      instants[size] = at - of.base;
      size += 1;
    }
    last = at;
    if (field >= 0) began[field] = value[i] as number;
    const symbol = field >= 0 ? changeOf(field) : symbolOf(said, value[i] as number);
    if (node !== noNode) node = stepFrom(nodes, node, { symbol, isLater });
  }
  nodeOf[of.record] = size - of.size > mostInstants ? noNode : node;
  const reached = nodes[nodeOf[of.record] as number];
  if (reached) reached.count += 1;
  return size;
}

/** One by one, which is quicker than `fill` where there are few. */
function clear(codes: Int32Array): void {
  for (let field = 0; field < codes.length; field += 1) codes[field] = 0;
}

function stepFrom(
  nodes: Node[],
  parent: number,
  { symbol, isLater }: { readonly symbol: number; readonly isLater: boolean },
): number {
  const { next } = nodes[parent] as Node;
  const key = symbol * 2 + Number(isLater);
  const found = next.get(key);
  if (found !== undefined) return found;
  if (nodes.length >= mostNodes) return noNode;
  const node = nodes.push({ next: new Map(), parent, symbol, isLater, count: 0 }) - 1;
  next.set(key, node);
  return node;
}

const shapeOf = (steps: readonly (readonly number[])[], { count }: Node, { fields }: Columns): Shape => ({
  count,
  records: new Int32Array(count),
  steps,
  times: new Int32Array(steps.length * count),
  codes: new Int32Array((fields.length + 1) * count),
  lacks: new Uint8Array(fields.length),
  changes: changesIn(steps, count),
});

/** Lays a record into its shape. */
function fill(
  { offsets, happened, what, value }: Columns,
  { from, instants, began }: Reading,
  { shape, record, position }: { readonly shape: Shape; readonly record: number; readonly position: number },
): void {
  const { count, steps, times, codes, lacks, changes } = shape;
  const start = from[record] as number;
  for (let i = 0; i < steps.length; i += 1) times[i * count + position] = instants[start + i] as number;
  const first = offsets[record] as number;
  const end = offsets[record + 1] as number;
  clear(began);
  let change = 0;
  for (let i = first; i < end; i += 1) {
    const field = (what[i] as number) - firstField;
    if (field < 0) continue;
    const code = value[i] as number;
    if (happened[i] === happened[first]) codes[field * count + position] = code;
    else if (began[field] !== code) {
      (changes[change] as Shape["changes"][number]).codes[position] = code;
      change += 1;
    }
    began[field] = code;
  }
  for (let field = 0; field < lacks.length; field += 1) {
    if (codes[field * count + position] === 0) lacks[field] = 1;
  }
}

const changesIn = (steps: readonly (readonly number[])[], count: number): Shape["changes"] =>
  steps.flatMap((symbols, instant) =>
    symbols
      .filter((symbol) => symbol < 0)
      .map((symbol) => ({
        instant,
        field: changeOf(symbol),
        isAlone: symbols.length === 1,
        codes: new Int32Array(count),
      })),
  );

function stepsTo(nodes: readonly Node[], node: number): number[][] {
  const steps: number[][] = [];
  let later: number[] = [];
  for (let at = node; at !== root; at = (nodes[at] as Node).parent) {
    const { symbol, isLater } = nodes[at] as Node;
    later.unshift(symbol);
    if (!isLater) continue;
    steps.unshift(later);
    later = [];
  }
  return steps;
}
