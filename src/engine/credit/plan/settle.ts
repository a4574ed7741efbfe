/** How what is due reaches the client. */
export interface Settlement {
  readonly excessOverInvoice: "carried" | "lapses";
  readonly atTheEnd: "cash payment" | "lapses";
}
