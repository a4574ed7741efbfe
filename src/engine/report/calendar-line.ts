/** A calendar in use: its hours in words, and the service time that the period had. */
export interface CalendarLine {
  readonly id: string;
  readonly title: string;
  readonly zone: string;
  readonly hours: string;
  /** Days of the period with other hours, and the maintenance that counted. */
  readonly special: readonly { readonly day: string; readonly name: string; readonly open: string }[];
  readonly open: string;
}
