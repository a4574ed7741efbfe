/** A rule said no: `code` is named after the rule, the message says what is wrong and the way out. */
export class Refusal extends Error {
  readonly code: string;
  /** What the message is made of, for whoever shows it otherwise. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
