import { Document, isScalar, isSeq, parseDocument, Scalar, YAMLMap, YAMLSeq } from "yaml";

/** Every scalar is its text, as in the format itself. */
const asText = { schema: "failsafe", version: "1.2" } as const;

/** The fields of a level, ready to be changed; comments stay. */
export const readLevel = (text: string): Document => parseDocument(text, asText);

/** What stands at a field such as `stages.0.within`, a list as `a, b`. Throws where nothing stands there. */
export function termAt(level: Document, field: string): string {
  const node = level.getIn(pathOf(field), true);
  if (isScalar(node)) return String(node.value);
  if (isSeq(node)) return node.items.map((item) => (isScalar(item) ? String(item.value) : "")).join(", ");
  throw new RangeError(`No one term stands at '${field}'.`);
}

/** Replaces a term: a list by the parts between commas, anything else by the text as it stands. */
export function setTerm(level: Document, field: string, value: string): void {
  const path = pathOf(field);
  if (isSeq(level.getIn(path, true))) level.setIn(path, listOf(value));
  else level.setIn(path, new Scalar(value));
}

/** The level under its id, as a block of a YAML file. */
export function writeLevel(id: string, level: Document): string {
  const block = new Document(null, asText);
  const entry = new YAMLMap();
  entry.set(new Scalar(id), level.contents);
  block.contents = entry;
  return block.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function listOf(value: string): YAMLSeq {
  const list = new YAMLSeq();
  list.flow = true;
  const parts = value.replace(/^\[|\]$/g, "").split(",");
  for (const part of parts) list.add(new Scalar(part.trim()));
  return list;
}

const pathOf = (field: string): (string | number)[] =>
  field.split(".").map((name) => (/^\d+$/.test(name) ? Number(name) : name));
