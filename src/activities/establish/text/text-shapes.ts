import { z } from "zod";

/** A file of YAML: its name within the contract's folder, and its text. */
export const textFile = z.strictObject({
  name: z
    .string()
    .max(200)
    .regex(/^[\w-][\w .-]*(\/[\w-][\w .-]*)*\.ya?ml$/, "A name such as amendments/2026-01.yaml."),
  text: z.string().max(500_000),
});

const files = z.array(textFile).max(200);
export const someFiles = files.min(1, "Give at least one file.");

/** A change of a contract's text: files that are new or replaced, and names of those that go. */
export const textChange = z.strictObject({
  contract: z.string().min(1),
  /** The version it was made from, which must be the latest still. */
  based_on: z.int().min(1),
  files: someFiles,
  removes: z.array(z.string()).max(200).default([]),
  note: z.string().trim().min(1, "Say in a few words what changes.").max(2000),
});

/** Something to be looked at in the text, which did not stop it. */
const problem = z.object({
  weight: z.enum(["error", "warning"]),
  file: z.string(),
  line: z.int(),
  column: z.int(),
  path: z.string(),
  code: z.string(),
  message: z.string(),
  way_out: z.string(),
});

/** A new version, the agreements that must be signed before it holds, and what should be looked at. */
export const newText = z.object({
  contract: z.string(),
  version: z.int(),
  to_sign: z.array(z.string()),
  warnings: z.array(problem),
});

export type TextChange = z.output<typeof textChange>;
export type NewText = z.output<typeof newText>;
