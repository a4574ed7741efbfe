/**
 * A file that cannot be read on: thrown by readers, caught once by `takeIn`, which turns it into a finding.
 * What was read before it stays.
 */
export class Refused extends Error {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
  constructor(code: string, facts: Readonly<Record<string, string>> = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.code = code;
    this.facts = facts;
  }
}
