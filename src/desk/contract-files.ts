import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";

/** A file of a contract: its name as problems show it, and its text. */
export interface ContractFile {
  readonly name: string;
  readonly text: string;
}

/** The YAML files of a contract: one file, or all of a folder and its subfolders in order of name. Throws where there are none. */
export async function contractFiles(path: string): Promise<readonly ContractFile[]> {
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? (await readdir(path, { recursive: true })).filter(isYaml).sort() : [path];
  if (names.length === 0) throw new Error(`${path} holds no file ending in .yaml.`);
  const files = names.map((name) => (isFolder ? join(path, name) : path));
  return Promise.all(
    files.map(async (file) => ({
      name: isFolder ? relative(path, file) : basename(file),
      text: await readFile(file, "utf8"),
    })),
  );
}

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);
