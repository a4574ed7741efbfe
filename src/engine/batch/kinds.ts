/** What a record is counted as; the counters of `nothing` are not read. */
export const kinds = { inTime: 0, late: 1, lateByChange: 2, unknown: 3, running: 4, nothing: 5 } as const;
export const kindCount = 6;
