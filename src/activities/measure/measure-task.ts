import type { MonthMeasured } from "../../store/results/evaluation.ts";
import { measureMonth } from "./measure-month.ts";
import type { MonthOrder } from "./month-order.ts";

/** The name under which a month is given to another thread to be measured. */
export const measureTask = "measure";

/** The tasks that a thread can be given, by their names: plain data in and out. */
export const tasks: Readonly<Record<string, (input: unknown) => unknown>> = {
  [measureTask]: (input): MonthMeasured => measureMonth(input as MonthOrder),
};

/** Does a task at once, in this thread. */
export async function computeHere(task: string, input: unknown): Promise<unknown> {
  const found = tasks[task];
  if (found === undefined) throw new Error(`there is no task ${task}`);
  return found(input);
}
