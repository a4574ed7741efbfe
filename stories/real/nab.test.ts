import { describe, expect, test } from "vitest";
import { figureOf, partOf, realJob, resultsOf } from "./real-job.ts";

const series = (name: string): readonly string[] => [`nab-cpu=capacity_nab/${name}.csv`];

describe("samples every five minutes", { timeout: 30_000 }, () => {
  // 2,016 samples are expected in a week; the percentile is the sample at rank ceil(0.95 n).
  test.for([
    ["ec2_cpu_utilization_5f5533", "2014-W08", "2016 of 2016", 51.032],
    ["ec2_cpu_utilization_77c1ca", "2014-W15", "1834 of 2016", 92.262],
    ["rds_cpu_utilization_e47b3b", "2014-W16", "2016 of 2016", 28.7525],
    ["cpu_utilization_asg_misconfiguration", "2014-W24", "1938 of 2016", 74.058],
    ["ec2_cpu_utilization_825cc2", "2014-W16", "134 of 2016", 95.556],
    // the skipped hour of the night of 9 March is said in one stamp: 11 of its 12 samples are repeated rows
    ["ec2_disk_write_bytes_1ef3de", "2014-W10", "1784 of 2005", 30_565_200],
  ] as const)("%s in %s", async ([name, week, share, percentile], context) => {
    const results = resultsOf(await realJob(context, "nab", series(name)), week);
    expect([partOf(results.get("headroom")), figureOf(results.get("busy-hours"))]).toEqual([share, percentile]);
  });

  test("a week that is covered in part is undetermined, whichever way it is measured", async (context) => {
    const results = resultsOf(await realJob(context, "nab", series("ec2_cpu_utilization_5f5533")), "2014-W07");
    const said = ["headroom", "busy-hours"].map((id) => {
      const { n, d } = results.get(id)?.measurement.completeness ?? { n: 0n, d: 1n };
      return [results.get(id)?.verdict, Number(n) / Number(d)];
    });
    // from Friday 14:27 on: 691 of 2,016
    expect(said).toEqual([
      ["undetermined", 691 / 2016],
      ["undetermined", 691 / 2016],
    ]);
  });
});
