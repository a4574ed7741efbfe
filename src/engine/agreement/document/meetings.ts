/** A report that is owed: which agreements, how often, when and to whom. */
export interface ReportDocument {
  readonly title: string;
  readonly covers: readonly string[];
  readonly every: "week" | "month" | "quarter" | "year";
  /** Counted after the period ends: `8th business day`. */
  readonly due: string;
  readonly calendar?: string | undefined;
  readonly to: readonly string[];
}

/** A review that is held: who leads it, who comes and what about. */
export interface ReviewDocument {
  readonly title: string;
  readonly covers: readonly string[];
  readonly every: "week" | "month" | "quarter" | "year";
  readonly on: string;
  readonly calendar?: string | undefined;
  readonly chair: string;
  readonly attends: readonly string[];
  readonly agenda?: readonly string[] | undefined;
}
