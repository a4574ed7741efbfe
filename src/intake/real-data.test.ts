import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { dayOf, writeDay } from "../engine/time/civil.ts";
import { instant } from "../engine/time/instant.ts";
import { utc } from "../engine/time/zone.ts";
import type { Mapping } from "../wire/mapping/mapping.ts";
import { readMappings } from "../wire/mapping/read-mappings.ts";
import { readZone } from "../wire/zones.ts";
import { compareHolidays, readGovUk, readHolidays } from "./holidays.ts";
import { inspect } from "./inspect/inspect.ts";
import { type Intake, takeIn } from "./intake.ts";

const data = process.env.UNDERPIN_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const absent = !existsSync(data);
if (absent) console.warn(`skipped: no real data in ${data} (UNDERPIN_DATA)`);

const mappingFile = (name: string) => fileURLToPath(new URL(`../../examples/mappings/${name}.yaml`, import.meta.url));
const mappingOf = (file: string, id = file) =>
  readMappings({ name: file, text: readFileSync(mappingFile(file), "utf8") }).mappings[id] as Mapping;
const take = (path: string, mapping: Mapping): Promise<Intake> =>
  takeIn({ source: { path: `${data}/${path}` }, mapping, learned: instant(0) });
const found = ({ groups }: Intake) => Object.fromEntries(groups.map(({ code, total }) => [code, total]));

const uci = "uci_incident/incident_event_log.zip";

describe.skipIf(absent)("real data, every row accounted for", () => {
  test("24,918 incidents of ServiceNow from 141,712 changes", { timeout: 60_000 }, async () => {
    const taken = await take(uci, mappingOf("servicenow-incidents"));
    expect(taken.account).toMatchObject({ rows: 141_712, used: 141_712, repeated: 0, held: 0, left: 0 });
    expect(taken.facts.length).toBe(24_918);
    // 8,521 without a New row; 5 rows of state -100; 5 whose counter begins again, one of them stamped after its successor
    expect(found(taken)).toEqual({
      "history-incomplete": 8521,
      "state-unknown": 5,
      "order-said-twice": 5,
      "change-before-opened": 5,
      "stamp-after-next": 1,
    });
    const states = taken.facts.map(({ events }) =>
      events.flatMap(({ change }) =>
        change.kind === "state" && change.state.kind !== "unknown" ? [change.state] : [],
      ),
    );
    const after = (kind: string) =>
      states.reduce(
        (n, all) =>
          n +
          all.filter((state, i) => all[i - 1]?.kind === kind && (state.kind === "open" || state.kind === "waiting"))
            .length,
        0,
      );
    expect([after("resolved"), after("closed")]).toEqual([319, 12]); // 331 reopenings
    const changed = (field: string) =>
      taken.facts.map(
        ({ events }) =>
          events.filter(({ change }) => change.kind === "field" && change.field === field && change.value !== null)
            .length - 1,
      );
    const priorities = changed("priority").filter((n) => n > 0);
    expect([priorities.length, priorities.reduce((a, b) => a + b, 0)]).toEqual([383, 436]);
  });

  test("31,828 requests of Boston, the flag kept beside them", async () => {
    const taken = await take("boston311_jul_sep_2011/boston311_2011_jul_sep_slim.csv.gz", mappingOf("boston-requests"));
    expect(taken.account).toMatchObject({ rows: 31_828, used: 31_828 });
    const judged = taken.facts.flatMap(({ events }) => {
      const at = (moment: string) =>
        events.find(({ change }) => change.kind === "moment" && change.moment === moment)?.happened;
      const flag = events.flatMap(({ change }) =>
        change.kind === "field" && change.field === "flag" ? [change.value] : [],
      )[0];
      const [due, closed] = [at("due"), at("closed")];
      return due !== undefined && closed !== undefined && flag ? [(closed <= due ? "in time" : "late") === flag] : [];
    });
    expect([judged.length, judged.filter(Boolean).length]).toEqual([25_101, 25_101]);
  });

  test.each([
    ["volvo-incidents", "volvo-incidents", "bpic2013_volvo/BPIC13_incidents.xes.gz", 65_533, 7554],
    ["volvo-problems", "volvo-problems", "bpic2013_volvo/BPIC13_closed_problems.xes.gz", 6660, 1487],
    ["volvo-problems", "volvo-open-problems", "bpic2013_volvo/BPIC13_open_problems.xes.gz", 2351, 819],
    ["github-outages", "github-outages", "github_status/incidents.jsonl.gz", 819, 819],
    ["github-outages", "github-outages-by-component", "github_status/incidents.jsonl.gz", 819, 1250],
    ["github-outages", "github-incidents", "github_status/incidents.jsonl.gz", 819, 819],
    ["github-outages", "github-downtime-windows", "github_status/downtime_windows.csv", 819, 819],
    ["nab-cpu", "nab-cpu", "capacity_nab/cpu_utilization_asg_misconfiguration.csv", 18_050, 1],
  ])("%s: %s", async (file, id, path, rows, records) => {
    const taken = await take(path, mappingOf(file, id));
    expect(taken.account).toMatchObject({ rows, used: rows });
    expect(taken.facts.length).toBe(records);
  });

  test("a series that says one hour of the night in one stamp keeps it once", async () => {
    const taken = await take("capacity_nab/ec2_disk_write_bytes_1ef3de.csv", mappingOf("nab-cpu"));
    expect(taken.account).toMatchObject({ rows: 4730, used: 4719, repeated: 11 });
  });

  test("an export cut in the middle of a row: the row is named, nothing before it is lost", async () => {
    const mapping = mappingOf("github-outages", "github-downtime-windows");
    const bytes = readFileSync(`${data}/github_status/downtime_windows.csv`).subarray(0, 40_000);
    const { account, findings } = await takeIn({ source: { bytes, name: "cut.csv" }, mapping, learned: instant(0) });
    const lines = bytes.toString().split("\n").length - 1;
    expect(account).toMatchObject({ rows: lines, used: lines - 1, held: 1 });
    expect(findings.find(({ code }) => code === "row-cut")?.source?.row).toBe(lines);
  });
});

describe.skipIf(absent)("a look at real data proposes a mapping that takes every row", () => {
  test.each([
    [uci, "incidents", "one per change", "day month year"],
    ["boston311_jul_sep_2011/boston311_2011_jul_sep_slim.csv.gz", "requests", "one per record", "year month day"],
    ["bpic2013_volvo/BPIC13_incidents.xes.gz", "incidents", "one per change", "with offset"],
    ["bpic2013_volvo/BPIC13_closed_problems.xes.gz", "problems", "one per change", "with offset"],
    ["github_status/incidents.jsonl.gz", "outages", "one per record", "with offset"],
    ["github_status/downtime_windows.csv", "outages", "one per record", "with offset"],
    ["capacity_nab/rds_cpu_utilization_e47b3b.csv", "samples", "one per sample", "year month day"],
  ])("%s", { timeout: 60_000 }, async (path, gives, rows, order) => {
    const look = await inspect({ path: `${data}/${path}` });
    expect([look.problems, look.gives.value, look.rowsAre.value, look.stamps.order]).toEqual([[], gives, rows, order]);
    const taken = await take(path, look.mapping as Mapping);
    expect([taken.account.used, taken.groups.filter(({ weight }) => weight === "error")]).toEqual([
      taken.account.rows,
      [],
    ]);
  });
});

describe.skipIf(absent)("holidays", () => {
  const file = (name: string) => readFileSync(`${data}/holidays/${name}`, "utf8");
  const read = (name: string) =>
    readHolidays(
      { text: file(name), file: name, from: dayOf(2021, 1, 1), end: dayOf(2029, 1, 1), zone: utc, zoneOf: readZone },
      "uk",
    );

  test("the feed of England and Wales against GOV.UK, 2021 to 2028: one day too much, four proclaimed days missing", () => {
    const gov = readGovUk(file("govuk-bank-holidays.json"), "england-and-wales", "gov");
    const { onlyInA, onlyInB } = compareHolidays(read("UKHolidays-EnglandWales.ics").value.days, gov.value, {
      from: 2021,
      until: 2028,
    });
    expect(onlyInA.map(({ day }) => writeDay(day))).toEqual(["2022-05-30"]);
    expect(onlyInB.map(({ day }) => writeDay(day))).toEqual(["2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"]);
  });

  test.each([
    "BrazilHolidays.ics",
    "DutchHolidays.ics",
    "PortugalHolidays.ics",
    "SwedishHolidays.ics",
    "USHolidays.ics",
  ])("%s is read without a finding", (name) => {
    const { value, findings } = read(name);
    expect(findings).toEqual([]);
    expect(value.days.length).toBeGreaterThan(40);
  });
});
