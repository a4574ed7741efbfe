import { frameAround } from "./frame.ts";
import { keptShape, libraryShapes, type ShapeValues, writeShape } from "./library.ts";

/**
 * A small complete contract with a ready service level in it: fictional parties, and only what the level stands on.
 * The comment on top says when to use the level and what to change. Throws RangeError as `writeShape` does.
 */
export function writeContract(id: string, values: ShapeValues = {}): string {
  const { needs = [], beside = "" } = keptShape(id);
  const levels = indented(writeShape(id, values) + beside, 6);
  return `${comment(id)}\n${frameAround(id, needs)}${levels}`;
}

/** Name, when to use it, which parameters to change. */
function comment(id: string): string {
  const shape = libraryShapes.find((one) => one.id === id);
  if (shape === undefined) throw new RangeError(`There is no shape '${id}'.`);
  const widest = Math.max(...shape.parameters.map(({ name }) => name.length));
  return [
    `# ${shape.title}`,
    "#",
    ...wrapped(shape.means).map((line) => `# ${line}`),
    "#",
    `# To change, here or by 'underpin new ${id}':`,
    ...shape.parameters.map(({ name, meaning }) => `#   ${name.padEnd(widest)}  ${meaning}`),
    "",
  ].join("\n");
}

const widestLine = 110;

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > widestLine && line !== "") {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, " ".repeat(by));
