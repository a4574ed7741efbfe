import { entry } from "../../../engine/agreement/document/written.ts";
import { atKey, atValue, eachLevel } from "./rule.ts";

/** The records of a level come from one tool: the only one that has them, or the one that `source` names. */
export const toolOfRecords = eachLevel(({ level, path }, { tools }) => {
  const { of, source } = level;
  if (of === undefined || level.measure === "entered" || Object.keys(tools).length === 0) return [];
  const named = source === undefined ? undefined : entry(tools, source);
  if (named !== undefined && !named.records.includes(of)) {
    const message = `'${source}' has no ${of}.`;
    return [
      atValue([...path, "source"], {
        code: "wrong-tool",
        message,
        way_out: `Add ${of} to its records, or name another.`,
      }),
    ];
  }
  const having = Object.keys(tools).filter((id) => tools[id]?.records.includes(of));
  if (source !== undefined || having.length === 1) return [];
  if (having.length === 0) {
    const way_out = `Add ${of} to the records of a tool.`;
    return [atValue([...path, "of"], { code: "no-tool", message: `no tool has ${of}.`, way_out })];
  }
  const message = `${having.join(" and ")} both have ${of}.`;
  return [atKey(path, { code: "source-missing", message, way_out: "Add 'source' and name one of them." })];
});
