import type { MonthMeasured } from "../../store/results/evaluation.ts";
import { type MonthsOrder, measureMonth, measureMonths } from "./measure-month.ts";
import type { MonthOrder } from "./month-order.ts";

/** The name under which a month is given to another thread to be measured. */
export const measureTask = "measure";

/** The name for several months of one contract, measured from the same facts. */
export const measureMonthsTask = "measure months";

/** The tasks that a thread can be given, by their names: plain data in and out. */
export const tasks: Readonly<Record<string, (input: unknown) => unknown>> = {
  [measureTask]: (input): MonthMeasured => measureMonth(input as MonthOrder),
  [measureMonthsTask]: (input): readonly MonthMeasured[] => measureMonths(input as MonthsOrder),
};

/** Does a task at once, in this thread. */
export async function computeHere(task: string, input: unknown): Promise<unknown> {
  const found = tasks[task];
  if (found === undefined) throw new Error(`there is no task ${task}`);
  return found(input);
}
