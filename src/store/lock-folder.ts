import { mkdir, open, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { Refusal } from "../wire/refusal.ts";

/** A holder on another machine or in another container shows that it lives by touching its lock this often, in seconds. */
const beat = 10;
/** One that has not for so long is taken for dead. */
const patience = 60;

/**
 * Takes the folder of an embedded database for this process. A process that was killed leaves its lock behind: the lock
 * names machine, process and the start of both, so that one of a dead process, or from before a restart, is taken over.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "in-use");
  const own = [hostname(), String(process.pid), await startOf(process.pid), await bootId()].join("\n");
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await written(path, own)) return held(path);
    const [host, pid] = (await readFile(path, "utf8").catch(() => "")).split("\n");
    if (await isAlive(path)) {
      throw new Refusal(
        "folder-in-use",
        `${folder} is in use by process ${pid} on ${host}. An embedded database serves one process: stop that one, name another folder, or use a PostgreSQL server (DATABASE_URL).`,
      );
    }
    await rm(path, { force: true });
  }
  throw new Refusal("folder-in-use", `${folder} is being opened by several processes at once. Try again.`);
}

/** False where the file is there already: only one process makes it. */
async function written(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(text);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function held(path: string): () => Promise<void> {
  const touching = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), beat * 1000).unref();
  return async () => {
    clearInterval(touching);
    await rm(path, { force: true });
  };
}

async function isAlive(path: string): Promise<boolean> {
  const [host, pid, start, boot] = (await readFile(path, "utf8").catch(() => "")).split("\n");
  if (!pid) return false;
  if (host !== hostname()) {
    const touched = await stat(path).catch(() => null);
    return touched !== null && Date.now() - touched.mtimeMs < patience * 1000;
  }
  return boot === (await bootId()) && isRunning(Number(pid)) && (await startOf(Number(pid))) === start;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process began, in the system's ticks: a number that was given out again has another. Empty where unknown. */
async function startOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** What tells one start of the machine from another; empty where the system does not say. */
const bootId = async (): Promise<string> =>
  (await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "")).trim();
