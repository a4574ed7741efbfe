import { compileColumns } from "../../src/engine/batch/columns.ts";
import { onceOf, peakOf } from "../clocking.ts";
import { evaluated } from "../level-bench.ts";
import { type Query, withPostgres } from "../postgres.ts";
import { atLeast, notInstalled, type Row } from "../row.ts";
import { termTables } from "../sql-tables.ts";
import { four, levelsOf } from "../terms.ts";
import { tickets } from "../tickets.ts";
import { hourRows, ordinaryLevels } from "./ordinary-query.ts";
import { logRows } from "./write-log.ts";

const what = "The same by the clock, against an ordinary PostgreSQL query, scaled up from a sample";

/** An ordinary query over a sample of the tickets, its time scaled up to all of them, against `seconds` of the desk. */
export async function benchOrdinary(count: number, { sample, seconds }: { sample: number; seconds: number }) {
  const levels = levelsOf(10, four);
  const theirs = await withPostgres((query) => asked(query, sample));
  const row: Row = { what, goal: atLeast(100), seen: null, note: notInstalled };
  if (theirs === null) return [row];
  const { inTime, late, lateByChange } = evaluated(compileColumns(tickets(sample, 1), ["priority"]), levels);
  const ours = [...inTime].map((good, i) => [good, (late[i] as number) + (lateByChange[i] as number)]);
  const told = ours.map(() => [0, 0]);
  for (const { level, month, good, bad } of theirs.rows)
    told[Number(level) * 12 + Number(month)] = [Number(good), Number(bad)];
  const differing = ours.filter(([good, bad], i) => good !== told[i]?.[0] || bad !== told[i]?.[1]).length;
  const scaled = (theirs.clock * count) / sample;
  const took = theirs.megabytes === null ? "" : `; its process took ${Math.round(theirs.megabytes)} MB for the sample`;
  const note = `${theirs.clock.toFixed(1)} s for ${sample} tickets in tables, so ${Math.round(scaled)} s for ${count}; days by generate_series; ${differing} of ${ours.length} of its counts differ: it takes the last priority for the whole ticket, and what is late only when it ends${took}`;
  return [{ ...row, seen: scaled / seconds, note }];
}

async function asked(query: Query, sample: number) {
  await query("create unlogged table log (ticket text, step int, at timestamptz, state text, priority text)");
  let rows: string[] = [];
  for (const { id, events } of tickets(sample, 1)) {
    for (const { step, at, state, priority } of logRows(events))
      rows.push(`('${id}',${step},'${at}Z','${state}','${priority}')`);
    if (rows.length < 5000) continue;
    await query(`insert into log values ${rows.join(",")}`);
    rows = [];
  }
  if (rows.length > 0) await query(`insert into log values ${rows.join(",")}`);
  await query("create table hours (cal text, zone text, day int, opens interval, closes interval, rests boolean)");
  await query(`insert into hours values ${hourRows()}`);
  await query("create table limits (level int, course text, priority text, cal text, allowed int)");
  const [, ...limits] = (termTables(levelsOf(10, four)).limits ?? "").split("\n");
  await query(`insert into limits values ${limits.map((line) => `('${line.split(",").join("','")}')`).join(",")}`);
  await query("create index on log (ticket, step)");
  await query("analyze");
  const { value, clock } = await onceOf(() => query(ordinaryLevels));
  const [backend] = await query("select pg_backend_pid() as pid");
  return { rows: value, clock, megabytes: peakOf(Number(backend?.pid)) };
}
