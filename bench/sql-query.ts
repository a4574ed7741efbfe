import { year } from "./tickets.ts";

/**
 * The ten levels as an expert would write them: window functions for the stretches of a clock, prefix sums of service
 * seconds found by ASOF joins, the first stretch over a limit, and the stops that stood at the end of their month.
 */
export const tenLevels = `
with known as (
  select ticket, since, last_value(state ignore nulls) over w as state, last_value(priority ignore nulls) over w as priority,
    bool_or(responded or coalesce(state = 'resolved', false)) over w as answered,
    row_number() over (partition by ticket, since order by seq desc) as back
  from events where since < ${year.end} window w as (partition by ticket order by seq rows unbounded preceding)),
courses as (
  select ticket, since, priority, 'resolved' as course, case state when 'resolved' then 3 when 'waiting' then 2 else 1 end as mode
  from known where back = 1 union all
  select ticket, since, priority, 'responded', case when answered then 3 else 1 end from known where back = 1),
phases as (
  select *, lag(mode) over w as was, lag(priority) over w as had from courses
  window w as (partition by course, ticket order by since)),
placed as (
  select p.*, c.cal, i.b + least(p.since - i.s, i.e - i.s) as worked
  from phases p join (select distinct course, cal from limits) c using (course)
  asof join intervals i on c.cal = i.cal and p.since >= i.s),
ends as (select cal, max(b + least(${year.end} - s, e - s)) as worked from intervals where s <= ${year.end} group by cal),
ran as (
  select p.*, case when mode = 1 then coalesce(lead(p.worked) over w, ends.worked) - p.worked else 0 end as seconds
  from placed p join ends using (cal) window w as (partition by course, cal, ticket order by since)),
shown as (
  select *, sum(seconds) over (partition by course, cal, ticket order by since rows unbounded preceding) as after from ran),
over as (
  select level, ticket, cal, min_by({ 'since': since, 'worked': worked, 'left': allowed - after + seconds }, since) as first
  from shown join limits using (course, cal, priority)
  where after > allowed and (after - seconds <= allowed or mode <= 2 or (had <> priority and was <= 2))
  group by all),
missed as (
  select level, ticket, case when first.left < 0 then first.since
    else greatest(first.since, i.s + first.worked + first.left - i.b) end as since
  from over o asof join intervals i on o.cal = i.cal and o.first.worked + greatest(o.first.left, 0) >= i.b),
turns as (
  select *, coalesce(lead(since) over (partition by course, ticket order by since), ${2 ** 40}) as resumed
  from phases where (mode = 3) <> coalesce(was = 3, false)),
stops as (
  select l.level, t.ticket, m.month, m.e from turns t join limits l using (course, priority)
  join months m on t.since >= m.s and t.since < m.e where mode = 3 and resumed >= m.e)
select level, month, count(*) filter (good), count(*) filter (not good) from (
  select s.level, s.month, true as good from stops s left join missed x using (level, ticket) where x.since is null or x.since >= s.e
  union all
  select x.level, m.month, false from missed x join months m on x.since >= m.s and x.since < m.e) group by all`;
