import { readFileSync } from "node:fs";

/** Seconds of the processor that some work takes, which other work of the machine lengthens least: the best of five. */
export function secondsOf(work: () => void): number {
  return Math.min(...[0, 1, 2, 3, 4].map(() => once(work)));
}

export function once(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return processorSeconds(start);
}

/** Also the seconds by the clock, for work that another process does. */
export async function onceOf<T>(work: () => Promise<T>) {
  const [start, begun] = [process.cpuUsage(), performance.now()];
  const value = await work();
  return { value, processor: processorSeconds(start), clock: (performance.now() - begun) / 1000 };
}

function processorSeconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Throws where two sides of a comparison differ: a quick wrong answer is no answer. */
export function mustEqual(what: string, a: unknown, b: unknown): void {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  if (left !== right) throw new Error(`${what} differ: ${left.slice(0, 400)} and ${right.slice(0, 400)}`);
}

/** Megabytes the process has taken from the system at most so far. */
export const peakMegabytes = (): number => peakOf("self") ?? process.resourceUsage().maxRSS / 1024;

/**
 * The same of any process, where the system tells: what a process reports of itself may be what its parent had taken
 * when it was begun.
 */
export function peakOf(pid: number | "self"): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

export const megabytes = (): number => process.memoryUsage().rss / 2 ** 20;
