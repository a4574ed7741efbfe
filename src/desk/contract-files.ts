import { opendir, readFile, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { Refusal } from "../wire/refusal.ts";

/** A file of a contract: its name as problems show it, and its text. */
export interface ContractFile {
  readonly name: string;
  readonly text: string;
}

const mostFiles = 2000;
const mostEntries = 20_000;
const mostBytes = 16 * 1024 ** 2;

/**
 * The YAML files of a contract: one file, or all of a folder and its subfolders in order of name. Refused where there
 * are none, where there are more than any contract has, and where one is no file of text.
 */
export async function contractFiles(path: string): Promise<readonly ContractFile[]> {
  const isFolder = (await stat(path)).isDirectory();
  const files = isFolder ? await yamlIn(path) : [path];
  if (files.length === 0) throw new Refusal("no-files", `${path} holds no file ending in .yaml. Name another folder.`);
  return Promise.all(
    files.map(async (file) => ({
      name: isFolder ? relative(path, file) : basename(file),
      text: await textOf(file),
    })),
  );
}

async function yamlIn(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  let seen = 0;
  for await (const entry of await opendir(folder, { recursive: true })) {
    seen += 1;
    if (/\.ya?ml$/.test(entry.name) && !entry.isDirectory()) files.push(join(entry.parentPath, entry.name));
    if (files.length > mostFiles || seen > mostEntries)
      throw new Refusal(
        "too-many-files",
        `${folder} holds more than any contract has. Name the folder of one contract.`,
      );
  }
  return files.sort();
}

async function textOf(file: string): Promise<string> {
  const found = await stat(file);
  if (!found.isFile()) throw new Refusal("not-a-file", `${file} is no file. Name a folder or a file of YAML.`);
  if (found.size > mostBytes)
    throw new Refusal("file-too-large", `${file} has ${found.size} bytes. No file of a contract is so large.`);
  return await readFile(file, "utf8");
}
