/** A rule said no: `code` is named after the rule, the message says what is wrong and the way out. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
