import { isStated } from "../../../desk/contract-text.ts";
import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { loadFiles } from "../../../store/contracts/load-document.ts";
import { documentOf, inOrder, readFiles, type TextFile } from "../../../store/contracts/read-files.ts";
import { type Problem, writeProblem } from "../../../wire/agreement/problem.ts";
import { Refusal } from "../../../wire/refusal.ts";
import type { Preparing } from "../../activity.ts";
import { changedParts, type Part, type TwoTexts, writePart } from "./changed-parts.ts";
import type { TextChange } from "./text-shapes.ts";

/** A text that was read and may become the next version. */
export interface PreparedText extends TwoTexts {
  readonly files: readonly TextFile[];
  readonly changed: readonly Part[];
  readonly warnings: readonly Problem[];
}

/** True for a part that the activity may change. */
export type MayChange = (part: Part, texts: TwoTexts) => boolean;

/** Reads the text as it would stand, and refuses it where it has errors or changes more than it may. */
export const prepareText =
  (mayChange: MayChange) =>
  async ({ read }: Preparing, change: TextChange): Promise<PreparedText> => {
    const before = await read((unit) => loadFiles(unit, change.contract, change.based_on));
    if (before === null) {
      throw new Refusal("no-such-text", `${change.contract} has no version ${change.based_on}. Name one that it has.`);
    }
    const files = changedFiles(before, change);
    const { document, warnings } = readWhole(files);
    const texts = { before: documentOf(before), after: document };
    const changed = changedParts(texts);
    if (changed.length === 0) throw new Refusal("nothing-changed", "The text says what it said before.");
    const others = changed.filter((part) => !mayChange(part, texts)).map(writePart);
    if (others.length > 0) {
      const names = others.join(", ");
      const message = `This would also change ${names}. Leave that as it is; another activity changes it.`;
      throw new Refusal("other-parts-changed", message, { parts: others });
    }
    return { ...texts, files, changed, warnings };
  };

/** Reads files as a contract. Refused with every problem where one is an error. */
export function readWhole(files: readonly TextFile[]): {
  readonly document: ContractDocument;
  readonly warnings: readonly Problem[];
  readonly mappings: ReadonlyMap<string, TextFile>;
} {
  const { document, problems, mappings } = readFiles(files);
  if (document !== null) return { document, warnings: problems, mappings };
  const errors = problems.filter(({ weight }) => weight === "error");
  throw new Refusal("contract-has-errors", `\n${errors.map(writeProblem).join("\n")}`, { problems });
}

function changedFiles(before: readonly TextFile[], { files, removes }: TextChange): readonly TextFile[] {
  const unknown = removes.filter((name) => !before.some((file) => file.name === name));
  if (unknown.length > 0) {
    throw new Refusal("no-such-file", `There is no ${unknown.join(", ")} to remove. Name files of the text.`);
  }
  const stated = files.filter(isStated).map(({ name }) => name);
  if (stated.length > 0) {
    const message = `${stated.join(", ")} holds facts that people stated, which are no part of the text.`;
    throw new Refusal("stated-facts-in-text", message);
  }
  const gone = new Set([...removes, ...files.map(({ name }) => name)]);
  return inOrder([...before.filter(({ name }) => !gone.has(name)), ...files]);
}
