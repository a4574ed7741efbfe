/** What people state about credits, as the reference of the format shows it. It is read by a test. */
export const creditEntriesExample = `underpin: 1
part_of: harbour-mutual
credit_entries:
  - id: C-1
    plan: claims-credits
    month: 2026-03
    base: invoice
    amount: 84200.00 GBP
    by: tom-hale
    on: 2026-04-03
    reason: Invoice 2026-118, without tax
  - id: C-2
    plan: claims-credits
    month: 2026-03
    level: claims-availability
    facts: {users affected: 40, users: 260, severity: near}
    by: tom-hale
    on: 2026-04-03
    reason: The branches of the north, by the list of 31 March
  - id: C-3
    plan: claims-credits
    month: 2026-03
    event: the power cut of 14 March
    levels: [claims-availability, claims-repair]
    chosen: claims-availability
    by: ines-roe
    on: 2026-04-06
    reason: One event, one credit
  - id: C-4
    plan: claims-credits
    month: 2026-03
    waived: 500.00 GBP
    by: ines-roe
    on: 2026-04-20
    reason: Agreed at the review of April
`;
