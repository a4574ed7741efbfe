/** One line of the table: a goal of the product and what was seen. */
export interface Row {
  readonly what: string;
  readonly goal: Goal | null;
  /** How many times quicker, smaller or longer; null where it was not measured, which `note` then explains. */
  readonly seen: number | null;
  readonly note?: string;
}

export interface Goal {
  readonly is: "at least" | "at most";
  readonly times: number;
}

export const atLeast = (times: number): Goal => ({ is: "at least", times });
export const atMost = (times: number): Goal => ({ is: "at most", times });

export const notInstalled = "not measured: the peer is not installed";
