import type { Derivation } from "../engine/report/explain/derivation.ts";
import { formulaText, isAnswer, moreOf, originText } from "./explain-formula.ts";
import type { Terminal } from "./table.ts";
import { cutTo, fill, widthOf } from "./text-width.ts";

/** How much of a tree is printed: levels below the root, and children of one node. */
export interface TreeShape {
  readonly deep: number;
  readonly most: number;
}

export const wholeTree: TreeShape = { deep: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/** A derivation as a tree for a terminal: value, title, how it is made, and where it is from, a node a line. */
export function writeExplainTree(root: Derivation, terminal: Terminal, shape: TreeShape = wholeTree): string {
  const lines = [
    lineOf(root, { before: "", side: 0 }, terminal),
    ...below(root, { terminal, shape, before: "", deep: 1 }),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

interface Place {
  readonly terminal: Terminal;
  readonly shape: TreeShape;
  readonly before: string;
  readonly deep: number;
}

function below(node: Derivation, place: Place): string[] {
  const { terminal, shape, before, deep } = place;
  // The line of a stretch of time says all of it.
  if (node.children.length === 0 || node.operation.kind === "length") return [];
  if (deep > shape.deep) return [painted(`${before}└─ …`, "quiet", terminal)];
  const shown = node.children.slice(0, shape.most);
  const more = node.children.length - shown.length + moreOf(node);
  const widths = shown.filter(isFigure).map(({ text }) => widthOf(text));
  const side = Math.min(Math.max(0, ...widths), Math.floor(terminal.width / 3));
  const lines = shown.flatMap((child, index) => {
    const last = index === shown.length - 1 && more === 0;
    const next = `${before}${last ? "   " : "│  "}`;
    const own = lineOf(child, { before: `${before}${last ? "└─ " : "├─ "}`, side }, terminal);
    return [own, ...below(child, { ...place, before: next, deep: deep + 1 })];
  });
  return more === 0 ? lines : [...lines, painted(`${before}└─ … ${more} more`, "quiet", terminal)];
}

/** Numbers and instants stand below each other; words stand where they are. */
const isFigure = ({ value }: Derivation): boolean => value.kind === "number" || value.kind === "instant";

interface Branch {
  readonly before: string;
  readonly side: number;
}

function lineOf(node: Derivation, { before, side }: Branch, terminal: Terminal): string {
  const value = isFigure(node) ? fill(node.text, side, "right") : node.text;
  const formula = formulaText(node);
  const isBehind = isAnswer(node);
  const text = isBehind
    ? `${node.title}: ${node.text}`
    : `${value}${formula === "" ? "" : ` = ${formula}`}  ${node.title}`;
  const room = terminal.width - widthOf(before);
  const main = cutTo(plain(text), room);
  const rest = room - widthOf(main);
  const origin = plain(originText(node));
  const from = origin === "" || rest < 16 ? "" : `  ${cutTo(`[${origin}]`, rest - 2)}`;
  const shown = isBehind ? main : `${toneOf(node, main.slice(0, value.length), terminal)}${main.slice(value.length)}`;
  return `${painted(before, "quiet", terminal)}${shown}${painted(from, "quiet", terminal)}`;
}

type Tone = "quiet" | "bad" | "good" | "between";

const codes: Readonly<Record<Tone, string>> = { quiet: "90", bad: "31", good: "32", between: "33" };

const tones: Readonly<Record<string, Tone>> = {
  missed: "bad",
  late: "bad",
  "does not hold": "bad",
  "not good": "bad",
  "at minimum": "between",
  met: "good",
  holds: "good",
  "in time": "good",
};

function toneOf({ value }: Derivation, text: string, terminal: Terminal): string {
  const tone = value.kind === "words" ? tones[value.words] : undefined;
  return tone === undefined ? text : painted(text, tone, terminal);
}

const painted = (text: string, tone: Tone, { colour }: Terminal): string =>
  colour === "none" || text === "" ? text : `\u001b[${codes[tone]}m${text}\u001b[0m`;

/** Control characters of a source never reach the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
