/**
 * Service levels as they are ordinarily asked of PostgreSQL: the stretches in which a ticket ran, by `lead`, and for
 * each the days it touches by `generate_series`, whose hours are clipped and added up. The last priority counts for
 * the whole ticket, and a ticket is in time or not when it was last resolved or first answered.
 */
export const ordinaryLevels = `
with steps as (
  select ticket, at, state, lead(at) over (partition by ticket order by step) as until from log),
tickets as (
  select ticket, min(at) as opened, min(at) filter (where state in ('working', 'resolved')) as responded,
    max(at) filter (where state = 'resolved') as resolved,
    (array_agg(priority order by step desc))[1] as priority, (array_agg(state order by step desc))[1] as state
  from log group by ticket),
stretches as (
  select s.ticket, 'resolved' as course, t.priority, s.at, s.until, t.resolved as ended
  from steps s join tickets t using (ticket) where t.state = 'resolved' and s.state in ('new', 'working')
  union all
  select ticket, 'responded', priority, opened, responded, responded from tickets where responded is not null),
counted as (
  select s.ticket, l.level, l.allowed, s.ended, sum(w.seconds) as seconds
  from stretches s join limits l using (course, priority) cross join lateral (
    select coalesce(sum(extract(epoch from least(s.until, (d + h.closes) at time zone h.zone)
      - greatest(s.at, (d + h.opens) at time zone h.zone))), 0) as seconds
    from (select distinct zone from hours where cal = l.cal) z
    cross join lateral generate_series(date_trunc('day', s.at at time zone z.zone), s.until at time zone z.zone, '1 day') d
    join hours h on h.cal = l.cal and h.day = extract(isodow from d)
    where (d + h.opens) at time zone h.zone < s.until and (d + h.closes) at time zone h.zone > s.at
      and not (h.rests and to_char(d, 'MM-DD') = '12-25')) w
  group by 1, 2, 3, 4)
select level, extract(month from ended at time zone 'UTC')::int - 1 as month,
  count(*) filter (where seconds <= allowed)::int as good, count(*) filter (where seconds > allowed)::int as bad
from counted where ended >= '2026-01-01Z' and ended < '2027-01-01Z' group by 1, 2`;

/** Hours by day of the week, 1 for Monday; Christmas Day is free where it rests. */
export const hourRows = (): string => {
  const week = [1, 2, 3, 4, 5];
  const rows = [
    ...week.flatMap((day) => [
      `('berlin','Europe/Berlin',${day},'08:00','12:00',true)`,
      `('berlin','Europe/Berlin',${day},'13:00','18:00',true)`,
      `('london','Europe/London',${day},'09:00','17:30',true)`,
      `('york','America/New_York',${day},'08:00','18:00',false)`,
    ]),
    "('york','America/New_York',6,'09:00','13:00',false)",
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => `('always','UTC',${day},'00:00','24:00',false)`),
  ];
  return rows.join(",");
};
