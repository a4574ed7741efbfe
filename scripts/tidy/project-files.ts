import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type SourceFile, sourceFile } from "./source-file.ts";

const notOurs = ["node_modules", ".git", ".build", "out"];

/** Every file of text in the project. */
export function projectFiles(root: string): SourceFile[] {
  return paths(root, "")
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
    .filter(({ path, text }) => !text.includes("\0") && !path.endsWith(".log"))
    .map(({ path, text }) => sourceFile(path, text));
}

function paths(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !notOurs.includes(name))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? paths(root, path) : entry.isFile() ? [path] : [];
    });
}
