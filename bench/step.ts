/** Says on the error stream what is being measured, and how long it took; the table alone is the output. */
export async function step<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const begun = performance.now();
  process.stderr.write(`${what} ... `);
  const found = await work();
  process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  return found;
}
