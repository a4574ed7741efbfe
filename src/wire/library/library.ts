import type { KeptShape, LibraryShape, ShapeParameter } from "./library-shape.ts";
import { keptShapes } from "./shapes.ts";
import { readLevel, setTerm, termAt, writeLevel } from "./terms-of-level.ts";

/** The ready service levels, one for each way of measuring; `example` is what stands there unless it is changed. */
export const libraryShapes: readonly LibraryShape[] = keptShapes.map((kept) => {
  const { id, title, means } = kept;
  return { id, title, means, parameters: parametersOf(kept) };
});

/** Values by the names of parameters. */
export type ShapeValues = Readonly<Record<string, string>>;

/**
 * The YAML text of a level block: its id as key, its terms two spaces in. `values` replace examples by the name of
 * their parameter; `id` names the level, which otherwise has the id of its shape. A list is written `a, b`.
 * Whether a value is a mark or a calendar is for the check of the contract to say. Throws RangeError on a shape or
 * parameter that is not known.
 */
export function writeShape(id: string, values: ShapeValues = {}): string {
  const kept = keptShape(id);
  const level = readLevel(kept.level);
  for (const [name, value] of Object.entries(values)) {
    if (name !== "id") setTerm(level, fieldOf(kept, name), value);
  }
  return writeLevel(values.id ?? id, level);
}

/** A ready service level as it is kept. Throws RangeError where there is none. */
export function keptShape(id: string): KeptShape {
  const kept = keptShapes.find((one) => one.id === id);
  if (kept === undefined) throw new RangeError(`There is no shape '${id}'.`);
  return kept;
}

function parametersOf({ parameters, level }: KeptShape): readonly ShapeParameter[] {
  const terms = readLevel(level);
  return parameters.map(({ name, meaning, field = name }) => ({ name, meaning, example: termAt(terms, field), field }));
}

function fieldOf({ id, parameters }: KeptShape, name: string): string {
  const parameter = parameters.find((one) => one.name === name);
  if (parameter === undefined) throw new RangeError(`'${id}' has no parameter '${name}'.`);
  return parameter.field ?? parameter.name;
}
