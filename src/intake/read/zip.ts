import type { Readable } from "node:stream";
import yauzl from "yauzl";
import { Refused } from "../refused.ts";
import { type Bytes, type OnProgress, type Source, sizeOf } from "./source.ts";
import { firstOf, salvaged } from "./zip-salvage.ts";

export interface ZipEntry {
  readonly bytes: Bytes;
  /** Size of the entry as packed. */
  readonly packed: number;
}

interface Wanted {
  readonly inside?: string;
  readonly onProgress?: OnProgress;
}

/** More entries than this and the zip is not an export. */
const mostEntries = 10_000;

/** The one file of a zip, or the one that is named. Refuses damaged, encrypted and ambiguous packages. */
export async function openZipEntry(source: Source, wanted: Wanted): Promise<ZipEntry> {
  const directory = await directoryOf(source);
  if (directory === null) return salvage(source, wanted);
  const { zip, entries } = directory;
  const entry = chosenOrClosed(zip, entries, wanted.inside);
  return { bytes: contents(zip, entry, wanted.onProgress), packed: entry.compressedSize };
}

interface Directory {
  readonly zip: yauzl.ZipFile;
  readonly entries: readonly yauzl.Entry[];
}

/** Null where the directory at the end of the zip cannot be read. */
async function directoryOf(source: Source): Promise<Directory | null> {
  try {
    const zip = await opened(source);
    return { zip, entries: await entriesOf(zip) };
  } catch (error) {
    if (error instanceof Refused && error.code === "package-damaged") return null;
    throw error;
  }
}

async function salvage(source: Source, { inside, onProgress }: Wanted): Promise<ZipEntry> {
  const bytes = await salvaged(source, inside, onProgress);
  if (bytes === null) throw damaged("its directory cannot be read");
  return { bytes, packed: await sizeOf(source) };
}

function opened(source: Source): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const;
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip?: yauzl.ZipFile): void =>
      zip ? resolve(zip) : reject(damaged(error?.message ?? "not a zip"));
    if ("bytes" in source) yauzl.fromBuffer(Buffer.from(source.bytes), options, done);
    else yauzl.open(source.path, options, done);
  });
}

function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: yauzl.Entry) => {
      if (!entry.fileName.endsWith("/") && !entry.fileName.startsWith("__MACOSX/")) entries.push(entry);
      if (entries.length > mostEntries)
        reject(new Refused("package-too-large", { entries: `more than ${mostEntries}` }));
      else zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", (error: Error) => reject(damaged(error.message)));
    zip.readEntry();
  });
}

/** A zip that is refused is closed first. */
function chosenOrClosed(zip: yauzl.ZipFile, entries: readonly yauzl.Entry[], inside: string | undefined): yauzl.Entry {
  try {
    const entry = chosen(entries, inside);
    if (entry.isEncrypted()) throw new Refused("package-encrypted", { inside: entry.fileName });
    return entry;
  } catch (error) {
    zip.close();
    throw error;
  }
}

function chosen(entries: readonly yauzl.Entry[], inside: string | undefined): yauzl.Entry {
  const names = entries
    .map((entry) => entry.fileName)
    .slice(0, 20)
    .join(", ");
  if (inside !== undefined) {
    const named = entries.find((entry) => entry.fileName === inside);
    if (!named) throw new Refused("not-in-package", { inside, holds: names });
    return named;
  }
  const [only, second] = entries;
  if (!only) throw new Refused("package-empty");
  if (second) throw new Refused("several-in-package", { holds: names });
  return only;
}

async function* contents(zip: yauzl.ZipFile, entry: yauzl.Entry, onProgress: OnProgress = () => {}): Bytes {
  let out = 0;
  try {
    for await (const chunk of await streamOf(zip, entry)) {
      out += (chunk as Uint8Array).length;
      const share = entry.uncompressedSize > 0 ? Math.min(1, out / entry.uncompressedSize) : 1;
      onProgress({ bytes: Math.round(share * entry.compressedSize), of: entry.compressedSize });
      yield chunk as Uint8Array;
    }
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error), out);
  } finally {
    zip.close();
  }
}

/** The bytes of an entry; the stream fails where they are more or fewer than the directory says. */
function streamOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, found) => (found ? resolve(found) : reject(error)));
  });
}

const damaged = (says: string, after = 0): Refused =>
  new Refused("package-damaged", { package: "zip", after: String(after), says });

/** Refuses a workbook whose parts would unpack to more than 2 GiB, or to more than 200 times its size. */
export async function refuseZipBomb(bytes: Uint8Array): Promise<void> {
  const zip = await opened({ bytes, name: "workbook" });
  const entries = await entriesOf(zip);
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const most = Math.min(2 * 1024 ** 3, Math.max(16 * 1024 ** 2, bytes.length * 200));
  if (unpacked > most)
    throw new Refused("package-too-large", { packed: String(bytes.length), unpacked: String(unpacked) });
  for (const entry of entries) if (mayLie(entry)) await refuseLie(zip, entry);
}

/** Deflate gives at most 1032 bytes for one: a part that could hold no more than a megabyte is not looked into. */
const mayLie = ({ compressedSize, uncompressedSize }: yauzl.Entry): boolean =>
  compressedSize * 1032 > Math.max(uncompressedSize, 1024 ** 2);

/** Unpacks a part once, in pieces that are dropped, to see that it is as long as the directory says. */
async function refuseLie(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<void> {
  try {
    for await (const _ of await streamOf(zip, entry));
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error));
  }
}

/** The names of the files in a zip; of one that lost its end, the first. */
export async function zipNames(source: Source): Promise<readonly string[]> {
  const directory = await directoryOf(source);
  if (directory === null) return [(await firstOf(source))?.name ?? ""];
  directory.zip.close();
  return directory.entries.map(({ fileName }) => fileName);
}
