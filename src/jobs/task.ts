/** Functions of plain data by name, as a module exports them: `export const tasks: Tasks`. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>;

/** What a thread is asked, and what it tells. */
export interface Asked {
  readonly task: string;
  readonly input: unknown;
}
export type Told = { readonly output: unknown } | { readonly fault: string; readonly code?: string };

/** Does a task by its name. */
export async function doTask(tasks: Tasks, { task, input }: Asked): Promise<unknown> {
  const found = tasks[task];
  if (!found) throw new Error(`no task is called "${task}"`);
  return await found(input as never);
}
