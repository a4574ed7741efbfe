import { closeSync, fsyncSync, openSync } from "node:fs";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/** Forces what was written to an open file, or to the list of a folder, to the disk. */
export type Sync = (descriptor: number) => void;

/** How the embedded database must be started so that it asks for its writes to be forced at each commit. */
export const syncedStart = (usual: readonly string[]): string[] => [
  ...usual.filter((word) => word !== "-F"),
  "-c",
  "wal_sync_method=fsync",
];

/**
 * The files of an embedded database in a folder. The library's own way to files leaves out that a write is forced to
 * the disk; this one does it whenever the database asks for it.
 */
export function syncedFiles(folder: string, sync: Sync = fsyncSync): NodeFS {
  const files = new NodeFS(folder);
  const init = files.init.bind(files);
  files.init = async (lite, options) => {
    const { emscriptenOpts } = await init(lite, options);
    const force = (module: unknown): void => {
      const { NODEFS } = module as { NODEFS: Files };
      NODEFS.stream_ops.fsync = (stream) => forced(NODEFS, stream, sync);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), force] } };
  };
  return files;
}

/** What of the library's files is used here. */
interface Files {
  readonly realPath: (node: unknown) => string;
  readonly stream_ops: { fsync?: (stream: Stream) => 0 };
}

/** An open file has a descriptor; an open folder has none. */
interface Stream {
  readonly nfd?: number;
  readonly node: unknown;
}

function forced({ realPath }: Files, { nfd, node }: Stream, sync: Sync): 0 {
  if (nfd !== undefined) sync(nfd);
  else syncAt(realPath(node), sync);
  return 0;
}

/** Forces a file or folder that is not open. */
export function syncAt(path: string, sync: Sync = fsyncSync): void {
  const descriptor = openSync(path, "r");
  try {
    sync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
