const evaluationOf = (table: string): string =>
  `(e.tenant_id, e.contract_id, e.evaluation_id) = (${table}.tenant_id, ${table}.contract_id, ${table}.evaluation_id)`;
const undertakingsOf = `underpin.undertakings u where u.tenant_id = c.tenant_id and u.activity = 'close a period'
   and u.contract_id = c.contract_id and u.subject = c.period and u.state = 'done'`;

/** What must not be there after a drill, and how it is counted. */
export const wrongs: Readonly<Record<string, string>> = {
  "events held": "select count(*) as n from underpin.held_events",
  "works not over": "select count(*) as n from underpin.works where state in ('waiting', 'running')",
  "jobs left": "select count(*) as n from queue.job where state < 'completed'",
  "results without their evaluation": `
    select count(*) as n from underpin.results r where not exists (
      select from underpin.evaluations e where ${evaluationOf("r")})`,
  "reports without their evaluation": `
    select count(*) as n from underpin.reports r where not exists (
      select from underpin.evaluations e where ${evaluationOf("r")})`,
  "evaluations not told exactly once": `
    select count(*) as n from underpin.evaluations e where 1 <> (
      select count(*) from underpin.happenings h where h.tenant_id = e.tenant_id and h.topic = 'period.evaluated'
        and h.body ->> 'evaluation' = e.evaluation_id::text)`,
  "closed without an evaluation of the month": `
    select count(*) as n from underpin.closures c where not exists (
      select from underpin.evaluations e where ${evaluationOf("c")} and e.period = c.period)`,
  "closed not by exactly one undertaking that is done and says the same evaluation": `
    select count(*) as n from underpin.closures c
    where 1 <> (select count(*) from ${undertakingsOf})
       or 1 <> (select count(*) from ${undertakingsOf} and u.output ->> 'evaluation' = c.evaluation_id::text)`,
  "closings done without a closed month": `
    select count(*) as n from underpin.undertakings u where u.activity = 'close a period' and u.state = 'done'
      and not exists (select from underpin.closures c
        where (c.tenant_id, c.contract_id, c.period) = (u.tenant_id, u.contract_id, u.subject))`,
  "closings left open": `
    select count(*) as n from underpin.undertakings where state in ('consulting', 'awaiting approval')
      and activity = 'close a period'`,
  "closed without exactly one row of audit": `
    select count(*) as n from underpin.closures c where 1 <> (
      select count(*) from underpin.audit a where a.tenant_id = c.tenant_id and a.activity = 'close a period'
        and a.contract_id = c.contract_id and a.subject = c.period and a.facts ->> 'did' = 'done')`,
  "closed and not told exactly once": `
    select count(*) as n from underpin.closures c where 1 <> (
      select count(*) from underpin.happenings h where h.tenant_id = c.tenant_id and h.topic = 'period.closed'
        and h.contract_id = c.contract_id and h.body ->> 'period' = c.period)`,
  "evaluated after it was closed": `
    select count(*) as n from underpin.closures c join underpin.evaluations e
      on (e.tenant_id, e.contract_id, e.period) = (c.tenant_id, c.contract_id, c.period) and e.at > c.at`,
  "batches not over, or with an account that does not add up": `
    select count(*) as n from underpin.batches where state <> 'done' or (account ->> 'rows')::integer <>
      (account ->> 'used')::integer + (account ->> 'repeated')::integer + (account ->> 'held')::integer
      + (account ->> 'left')::integer`,
  "batches whose account is not what is stored": `
    select count(*) as n from underpin.batches b where (account ->> 'used')::integer <> (
      select case when b.mapping_id is null then count(*) else count(distinct (record_id, line)) end
      from underpin.record_events e
      where (e.tenant_id, e.contract_id, e.batch_id) = (b.tenant_id, b.contract_id, b.batch_id))`,
  "events stored twice": `
    select count(*) - count(distinct (contract_id, kind, tool, record_id, sequence, happened, change::text)) as n
    from underpin.record_events`,
  "batches without exactly one row of audit": `
    select count(*) as n from underpin.batches b where 1 <> (
      select count(*) from underpin.audit a where a.tenant_id = b.tenant_id and a.activity = 'take in records'
        and a.facts ->> 'batch' = b.batch_id::text)`,
  "batches told twice, or files not told": `
    select count(*) as n from (
      select b.mapping_id, (select count(*) from underpin.happenings h where h.tenant_id = b.tenant_id
        and h.topic = 'records.taken' and h.body ->> 'batch' = b.batch_id::text) as told from underpin.batches b) t
    where told > 1 or (mapping_id is not null and told = 0)`,
  "happenings not delivered": `
    select count(*) as n from underpin.happenings h
    where h.topic in ('records.taken', 'period.evaluated', 'period.closed') and not exists (
      select from underpin.deliveries d
      where d.tenant_id = h.tenant_id and d.happening = h.number and d.state = 'delivered')`,
};
