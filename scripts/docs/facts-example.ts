/** A file of granted relief, entered figures and disputes, as the reference of the format shows it. It is read by a test. */
export const factsExample = `underpin: 1
part_of: harbour-mutual
relief:
  - id: R-1
    agreement: claims-sla
    ground: client-cause
    clause: clause 9.2
    takes_out: time
    levels: [claims-availability]
    from: 2026-03-14 08:00
    until: 2026-03-14 11:30
    evidence: [work order 7715]
    granted_by: ines-roe
    granted: 2026-03-20
  - id: R-2
    agreement: claims-sla
    ground: test-records
    clause: clause 9.3
    takes_out: records
    records: [INC-204, INC-205]
    evidence: [list of the drill]
    granted_by: ines-roe
    granted: 2026-04-02
entered:
  - agreement: claims-sla
    level: asset-register
    period: 2026-03
    part: 59
    whole: 60
    by: tom-hale
    evidence: [sheet of 31 March]
disputes:
  - id: D-1
    agreement: claims-sla
    records: [INC-311]
    by: tom-hale
    raised: 2026-04-09
    because: The record waited for the vendor, not for the client.
    evidence: [mail of 8 April]
  - id: D-2
    agreement: claims-sla
    level: claims-availability
    period: 2026-03
    by: tom-hale
    raised: 2026-04-09
    answered: 2026-04-14
    settled: 2026-04-21 16:00
    outcome: withdrawn
    because: The outage of 14 March was longer.
    evidence: [log of the branches]
`;
