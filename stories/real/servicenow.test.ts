import { describe, expect, test } from "vitest";
import { flagsOf } from "../../src/desk/flags.ts";
import { unseenStop } from "../../src/engine/measure/unseen-stop.ts";
import { unseenOf } from "../../src/engine/record/unseen.ts";
import { partOf, realJob, resultsOf } from "./real-job.ts";

const records = ["servicenow-incidents=uci_incident/incident_event_log.zip"];
const months = ["2016-03", "2016-04", "2016-05"] as const;

describe("24,918 incidents of a ServiceNow log", { timeout: 40_000 }, () => {
  test("every row is used", async (context) => {
    const { files, job } = await realJob(context, "servicenow", records);
    expect(files).toMatchObject([{ rows: 141_712, used: 141_712 }]);
    expect(job.byKind.incidents?.length).toBe(24_918);
  });

  test("resolution of the two highest priorities from March to May", async (context) => {
    const ready = await realJob(context, "servicenow", records);
    const by = months.map((month) => resultsOf(ready, month));
    expect(by.map((all) => partOf(all.get("resolution/P1")))).toEqual(["21 of 111", "27 of 84", "26 of 99"]);
    expect(by.map((all) => partOf(all.get("resolution/P2")))).toEqual(["42 of 136", "60 of 149", "57 of 112"]);
  });

  test("of those whose priority never changed, counted by hand from the rows: the clock runs but for waits for the user", async (context) => {
    const ready = await realJob(context, "servicenow", records);
    const facts = new Map(ready.job.byKind.incidents?.map((fact) => [fact.id, fact]));
    const isSteady = (id: string): boolean =>
      facts.get(id)?.events.filter(({ change }) => change.kind === "field" && change.field === "priority").length === 1;
    const counts = months.flatMap((month) =>
      ["P1", "P2"].map((priority) => {
        const items = resultsOf(ready, month).get(`resolution/${priority}`)?.measurement.items ?? [];
        const own = items.filter(({ counted, record }) => counted && isSteady(record));
        return `${own.filter(({ good }) => good).length} of ${own.length}`;
      }),
    );
    expect(counts).toEqual(["14 of 39", "31 of 90", "13 of 39", "42 of 114", "15 of 43", "37 of 68"]);
  });

  test("8,521 begin unseen: most were answered in time for certain, and of 150 nobody knows", async (context) => {
    const ready = await realJob(context, "servicenow", records);
    const [level] = [...resultsOf(ready, "2016-03").values()].flatMap((result) =>
      result.level.id === "response" ? [result.level] : [],
    );
    const unseen = (ready.job.byKind.incidents ?? []).filter((fact) => unseenOf(fact) !== null);
    expect(unseen.length).toBe(8521);
    // 3,671 in progress and 1,545 resolved in the very minute of their opening
    expect(level && unseen.filter((fact) => unseenStop(level, fact) === null).length).toBe(3671 + 1545);
    const { cells } = flagsOf(ready, "workplace-sla/response");
    const unknown = cells.filter(({ ours }) => ours === "not known (stopped unseen)");
    expect(unknown.reduce((sum, { count }) => sum + count, 0)).toBe(150);
  });

  test("the completeness of the response says so", async (context) => {
    const ready = await realJob(context, "servicenow", records);
    const known = months.map((month) => {
      const measurement = resultsOf(ready, month).get("response")?.measurement;
      const unknown = measurement?.items.filter(({ why }) => why.code === "not-observed").length;
      return [
        partOf(resultsOf(ready, month).get("response")),
        unknown,
        Number(measurement?.completeness.n) < Number(measurement?.completeness.d),
      ];
    });
    expect(known).toEqual([
      ["5696 of 8847", 135, true], // 98.50 %
      ["5698 of 7914", 13, true],
      ["5659 of 7519", 2, true],
    ]);
  });

  test("the source's own flag, for information: it was judged on the closing, about 120 h after the resolution", async (context) => {
    const {
      records: all,
      cells,
      stopped,
    } = flagsOf(await realJob(context, "servicenow", records), "workplace-sla/resolution");
    expect(all).toBe(24_918);
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(24_918);
    expect(stopped.equal).toBeLessThan(stopped.compared);
  });
});
