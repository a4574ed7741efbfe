import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeDemo } from "../../../sim/write-demo.ts";
import { contractFiles } from "../../desk/contract-files.ts";
import { isStated } from "../../desk/contract-text.ts";
import { reportsOf } from "../../desk/make-reports.ts";
import { openContract } from "../../desk/open-contract.ts";
import { readyJobOf } from "../../desk/ready-job.ts";
import { periodsNamed } from "../../desk/report-periods.ts";
import { shippedFolder } from "../../desk/shipped.ts";
import { statedFacts } from "../../desk/stated-facts.ts";
import { takeRecords } from "../../desk/take-records.ts";
import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { at } from "../../engine/measure/fixture/story.ts";
import type { Fact } from "../../engine/record/record.ts";
import type { Report } from "../../engine/report/report.ts";
import type { Instant } from "../../engine/time/instant.ts";
import { saveAgreements } from "../../store/contracts/agreements.ts";
import { addContract } from "../../store/contracts/contracts.ts";
import { addStated } from "../../store/contracts/stated-facts.ts";
import { addText } from "../../store/contracts/texts.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import type { Unit, Who } from "../../store/gate.ts";
import { putFacts } from "../../store/packs/fixture/put-facts.ts";
import { addParties } from "../../store/people/parties.ts";
import { creditsNow } from "../../store/results/credit-states.ts";
import { overviewSql, readOverview } from "../../store/results/read-overview.ts";
import { readReportRevision } from "../../store/results/read-report.ts";
import { readLevelHistory, readMonth } from "../../store/results/read-results.ts";
import type { Activity } from "../activity.ts";
import { approveCredits } from "../credit/approve-credits.ts";
import { disputeACredit } from "../credit/dispute-a-credit.ts";
import { proposeTheCreditStatement } from "../credit/propose-the-credit-statement.ts";
import { partiesOf } from "../establish/set-up/parties-of.ts";
import { statedRows } from "../establish/set-up/stated-rows.ts";
import { evaluateAPeriod } from "../measure/evaluate-a-period.ts";
import { computeHere } from "../measure/measure-task.ts";
import { closeAPeriod } from "./close-a-period.ts";

const contract = "meridian-tideway";
const [known, august] = [at("2024-08-05"), at("2024-08-01")];

/** The first months of the demonstration: from the tables to reports, a closed month and its credits. */
describe.skipIf(noDatabase())("a month of the demonstration on the database", () => {
  let store: TestStore;
  let folder: string;
  let document: ContractDocument;
  let facts: readonly Fact[];
  let now = at("2024-08-06");
  const [system, client]: readonly [Who, Who] = [
    systemOf(tenantOne),
    { tenant: tenantOne, person: "c", party: "meridian", side: "client" },
  ];
  const read = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => store.gate.unit(system, work);

  const perform = async <I, O, P>(activity: Activity<I, O, P>, input: I, who: Who = system): Promise<O> => {
    const parts = { now, engine: "test" };
    const prepared = (await activity.prepare?.({ ...parts, read, compute: computeApart }, input)) as P;
    return await store.gate.unit(who, async (unit) => {
      const context = {
        ...parts,
        unit,
        startedBy: who,
        approvedBy: [{ person: "po", party: "tideway" }],
        note: () => {},
      };
      await activity.rule?.(context, input);
      return activity.output.parse(await activity.work(context, input, prepared));
    });
  };
  /** As another thread would be given it. */
  const computeApart = (task: string, input: unknown) => computeHere(task, structuredClone(input));
  const codeOf = (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => "done",
      (error: { code?: string }) => error.code ?? String(error),
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "underpin-"));
    const demo = join(shippedFolder, "demo");
    const opened = await openContract(demo);
    document = opened.document as ContractDocument;
    const { files } = await writeDemo(folder);
    const named = files.map(({ mapping, file }) => ({ path: file, mapping: opened.mappings.get(mapping) as never }));
    const taken = await takeRecords(named, { learned: known });
    facts = taken.facts.filter(({ events: [first] }) => (first?.happened ?? 0) < august);
    store = await testStore();
    const all = await contractFiles(demo);
    await read(async (unit) => {
      await unit.session.query("insert into underpin.tenants values ($1, 'Tideway', 1)", [tenantOne]);
      await addParties(unit, partiesOf(document));
      await addContract(unit, document, known);
      const head = { version: 1, note: "as set up", at: known, by: "system" };
      await addText(unit, contract, { ...head, files: all.filter((file) => !isStated(file)), document });
      const agreements = Object.entries(document.agreements).map(([agreement, each]) => ({ agreement, ...each }));
      await saveAgreements(unit, contract, agreements);
      const stated = all.filter(isStated).flatMap(statedRows);
      await addStated(
        unit,
        contract,
        stated.map((row) => ({ ...row, learned: known, by: "system" })),
      );
      await putFacts(unit, contract, facts);
    });
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  /** What the command line writes of the same contract, facts and instant. */
  const desk = async (period: string): Promise<Report> => {
    const files = (await contractFiles(join(shippedFolder, "demo"))).filter(isStated);
    const kinds = [...new Set(facts.map(({ kind }) => kind))];
    const stated = statedFacts(document, files);
    const { job, findings } = readyJobOf({ document, facts, kinds, stated, asKnown: known, now });
    const ready = { job, findings, warnings: [], groups: [], files: [] };
    return JSON.parse(JSON.stringify([...reportsOf(ready, periodsNamed(job, period), { engine: "test" })][0]));
  };
  const evaluate = (period: string, until: Instant = known) =>
    perform(evaluateAPeriod, { contract, period, known_until: until });
  const reportOf = (audience: "provider" | "client", period = "2024-07") =>
    read((unit) => readReportRevision(unit, { contract, period, audience }));

  test("the report is that of the command line, in a month without credits and in one with them", async () => {
    for (const period of ["2024-04", "2024-07"]) {
      await evaluate(period);
      expect((await reportOf("provider", period))?.report).toEqual(await desk(period));
    }
  }, 60_000);

  test("evaluated again, nothing that is the same is a new revision", async () => {
    expect(await evaluate("2024-07")).toMatchObject({ results: 0, credits: 0, reports: 0 });
  });

  test("the client's report has its own agreement and credits, with the same figures", async () => {
    const [own, whole] = [(await reportOf("client"))?.report, (await reportOf("provider"))?.report] as Report[];
    expect(own?.agreements.map(({ id }) => id)).toEqual(["meridian-sla"]);
    expect(own?.agreements[0]).toEqual(whole?.agreements.find(({ id }) => id === "meridian-sla"));
    expect(own?.credits?.map(({ plan }) => plan)).toEqual(["meridian-credits"]);
    expect(JSON.stringify(own)).not.toMatch(/quillnet-uc|oakrack-uc|applications-ola|platform-ola|quillnet-credits/);
  });

  test("the overview reads no results, and goes down an index", async () => {
    const asked = { from: "2024-01", until: "2024-12" };
    const months = await store.gate.unit(client, (unit) => readOverview(unit, asked));
    expect(months.map(({ period, closed }) => [period, closed])).toEqual([
      ["2024-04", false],
      ["2024-07", false],
    ]);
    const plan = await read(async ({ session }) => {
      await session.script("set local enable_seqscan = off; set local enable_sort = off");
      return (await session.query(`explain ${overviewSql}`, [tenantOne, "client", "2024-01", "2024-12"])).rows;
    });
    expect(JSON.stringify(plan)).toMatch(/Index Scan( Backward)? using reports_pkey/);
    const history = await read((unit) =>
      readLevelHistory(unit, { contract, agreement: "meridian-sla", level: "claims-uptime" }),
    );
    expect(history.map(({ period }) => period)).toEqual(["2024-04", "2024-07"]);
  });

  test("what is learned while it is measured is not overlooked", async () => {
    const input = { contract, period: "2024-07", known_until: known };
    const prepared = (await evaluateAPeriod.prepare?.(
      { now, engine: "test", read, compute: computeApart },
      input,
    )) as never;
    await read((unit) => putFacts(unit, contract, [late("LATE-1")]));
    const context = (unit: Unit) => ({ unit, now, engine: "test", startedBy: system, approvedBy: [], note: () => {} });
    const work = read((unit) => evaluateAPeriod.work(context(unit), input, prepared));
    expect(await codeOf(work)).toBe("facts-changed-meanwhile");
  });

  test("a month is closed when it is over, and with its last word", async () => {
    const close = (period = "2024-07") => codeOf(perform(closeAPeriod, { contract, period }));
    expect(await close("2024-06")).toBe("not-evaluated");
    await read((unit) => putFacts(unit, contract, [late("LATE-2", at("2024-08-06 10:00"))]));
    now = at("2024-08-07");
    expect(await close()).toBe("evaluation-outdated");
    const before = now;
    await evaluate("2024-07");
    now = at("2024-07-31 12:00");
    expect(await close()).toBe("period-not-over");
    now = before;
    expect(await codeOf(perform(proposeTheCreditStatement, { contract, period: "2024-07" }))).toBe("period-not-closed");
    expect(await close()).toBe("done");
    expect(await close()).toBe("already-closed");
    expect(await codeOf(evaluate("2024-07"))).toBe("period-closed");
    const said = await read((unit) => readMonth(unit, { contract, month: "2024-07", asSaidAt: at("2024-08-06") }));
    expect(said.length).toBeGreaterThan(20);
  });

  test("its credits are proposed, approved, and disputed by the client alone", async () => {
    const asked = { contract, period: "2024-07", plan: "meridian-credits" };
    expect(await codeOf(perform(approveCredits, asked))).toBe("credit-not-proposed");
    const { proposed } = await perform(proposeTheCreditStatement, { contract, period: "2024-07" });
    expect(proposed.map(({ plan }) => plan)).toEqual(["meridian-credits", "quillnet-credits"]);
    await perform(approveCredits, asked);
    expect(await codeOf(perform(approveCredits, asked))).toBe("credit-approved");
    const because = { because: "Two outages are missing.", evidence: ["log of the portal"] };
    const theirs = { ...asked, plan: "quillnet-credits", ...because };
    expect(await codeOf(perform(disputeACredit, theirs, client))).toBe("no-such-credit");
    await perform(disputeACredit, { ...asked, ...because }, client);
    const states = await read((unit) => creditsNow(unit, contract, "2024-07"));
    expect(states.map(({ plan, state }) => [plan, state])).toEqual([
      ["meridian-credits", "disputed"],
      ["quillnet-credits", "proposed"],
    ]);
    // The dispute is a stated fact that the next evaluation can read.
    expect(await codeOf(evaluate("2024-06"))).toBe("done");
  });
});

/** An incident of July that is told of later. */
const late = (id: string, learned: Instant = known): Fact => ({
  id,
  kind: "incidents",
  tool: "late",
  events: [
    {
      happened: at("2024-07-20 10:00"),
      learned,
      sequence: 0,
      source: { file: "late", row: 1 },
      change: { kind: "moment", moment: "opened" },
    },
  ],
});
