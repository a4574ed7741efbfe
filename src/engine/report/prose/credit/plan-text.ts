/** The text of a credit plan as the schedule of a contract has it: parts with their sentences, in reading order. */
export interface PlanProse {
  readonly title: string;
  readonly parts: readonly PlanPart[];
}

export interface PlanPart {
  readonly heading: string;
  readonly sentences: readonly string[];
  /** What is read better in rows, such as weights; null for most parts. */
  readonly table: PlanTable | null;
}

export interface PlanTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part without a table. */
export const part = (heading: string, sentences: readonly string[]): PlanPart => ({ heading, sentences, table: null });
