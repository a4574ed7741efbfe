import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDay } from "../../engine/time/civil.ts";
import { instant } from "../../engine/time/instant.ts";
import { readAgreements, readContract } from "../../store/contracts/read-contract.ts";
import { documentInForce, textInForce } from "../../store/contracts/text-in-force.ts";
import { loadTextHeads } from "../../store/contracts/texts.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import type { Unit } from "../../store/gate.ts";
import { defineCalendars } from "../establish/define-calendars.ts";
import { changedFile, contract, draftContract } from "../establish/fixture/demo-contract.ts";
import type { performing } from "../establish/fixture/performing.ts";
import { maintainTheServiceCatalogue } from "../establish/maintain-the-service-catalogue.ts";
import { amendAnAgreement } from "./amend-an-agreement.ts";
import { approveAndSignAnAgreement } from "./approve-and-sign-an-agreement.ts";
import { draftAUc } from "./draft-a-uc.ts";
import { draftAnOla } from "./draft-an-ola.ts";
import { draftAnSla } from "./draft-an-sla.ts";
import { endAnAgreement } from "./end-an-agreement.ts";
import { setCreditsAndWeights } from "./set-credits-and-weights.ts";

const CON = { startedBy: "callum-reyes", approvedBy: [] };
const CA = { startedBy: "hester-quayle", approvedBy: [] };
const both = { startedBy: "callum-reyes", approvedBy: ["hester-quayle"] };
const all = ["applications-ola", "meridian-sla", "oakrack-uc", "platform-ola", "quillnet-uc"];
const words = "Agreed.";

describe.skipIf(noDatabase())("from draft to end", () => {
  let store: TestStore;
  let people: ReturnType<typeof performing>;
  const asSystem = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => store.gate.unit(systemOf(tenantOne), work);
  const perform: ReturnType<typeof performing>["perform"] = (...given) => people.perform(...given);
  const refusal = async (done: Promise<unknown>): Promise<unknown> =>
    done.then(
      (value) => value,
      (error: { readonly code?: string }) => error.code ?? error,
    );
  const change = async (based_on: number, ...[name, from, to]: readonly [string, string, string]) => ({
    ...{ contract, based_on, removes: [], note: "for the test" },
    files: [await changedFile(name, from, to)],
  });
  const statesOf = async (id: string): Promise<readonly unknown[]> =>
    (await asSystem((unit) => readAgreements(unit, contract)))
      .filter(({ agreement }) => agreement === id)
      .map(({ now }) => [now?.state, now?.text_version, now?.effective]);
  const inForce = (): Promise<number> => asSystem((unit) => textInForce(unit, contract));

  beforeAll(async () => {
    store = await testStore();
    people = await draftContract(store);
  });
  afterAll(() => store.close());

  test("as set up: version 1, every agreement a draft, and the latest text in force since none was signed", async () => {
    const read = await asSystem((unit) => readContract(unit, contract));
    expect(read?.state).toBe("draft");
    expect(read?.agreements.map(({ agreement, now }) => [agreement, now?.state, now?.text_version])).toEqual(
      all.map((id) => [id, "draft", 1]),
    );
    expect(await inForce()).toBe(1);
  });

  test("each activity refuses to change what is another's", async () => {
    const sla = await change(1, "sla.yaml", "notice_of_change: 30 days", "notice_of_change: 40 days");
    const ola = await change(1, "ola-platform.yaml", "notice_of_change: 20 days", "notice_of_change: 25 days");
    const uc = await change(1, "uc-oakrack.yaml", "notice_of_change: 60 days", "notice_of_change: 70 days");
    const credits = await change(1, "credits.yaml", "in_a_row: 6", "in_a_row: 7");
    const charges = await change(1, "contract.yaml", "amount: 11800.00 GBP", "amount: 11900.00 GBP");
    const title = await change(1, "contract.yaml", "title: Agreement for Managed", "title: Contract for Managed");
    const catalogue = await change(1, "catalogue.yaml", "criticality: vital", "criticality: essential");
    const calendars = await change(1, "calendars.yaml", "title: Every hour of every day", "title: Always");
    const changes = { sla, ola, uc, credits, charges, title, catalogue, calendars };
    const may = {
      sla: draftAnSla,
      ola: draftAnOla,
      uc: draftAUc,
      credits: setCreditsAndWeights,
      catalogue: maintainTheServiceCatalogue,
      calendars: defineCalendars,
      amendment: amendAnAgreement,
    };
    for (const [what, activity] of Object.entries(may))
      for (const [name, asked] of Object.entries(changes)) {
        const isOwn = name === what || (name === "charges" && what === "credits");
        if (isOwn) continue;
        expect([what, name, await refusal(perform(activity, asked, CON))]).toEqual([what, name, "other-parts-changed"]);
      }
    expect(await asSystem((unit) => loadTextHeads(unit, contract))).toHaveLength(1);
  });

  test("a text with errors, one that says the same, and one made from another version are refused", async () => {
    const broken = await change(1, "sla.yaml", "provider: tideway", "provider: nobody");
    const same = await change(1, "sla.yaml", "period: month", "period: month  # as before");
    const early = await change(7, "sla.yaml", "period: month", "period: quarter");
    const gone = { ...same, removes: ["nothing.yaml"] };
    const stated = { ...same, files: [{ name: "facts.yaml", text: "underpin: 1\nrelief: []\n" }] };
    expect(await refusal(perform(draftAnSla, broken, CON))).toBe("contract-has-errors");
    expect(await refusal(perform(draftAnSla, same, CON))).toBe("nothing-changed");
    expect(await refusal(perform(draftAnSla, early, CON))).toBe("no-such-text");
    expect(await refusal(perform(draftAnSla, gone, CON))).toBe("no-such-file");
    expect(await refusal(perform(draftAnSla, stated, CON))).toBe("stated-facts-in-text");
    await expect(perform(draftAnSla, broken, CON)).rejects.toMatchObject({
      message: expect.stringMatching(/sla\.yaml:\d+:\d+ .*provider/),
      facts: { problems: expect.arrayContaining([expect.objectContaining({ file: "sla.yaml" })]) },
    });
  });

  test("a draft makes version 2 and leaves the other agreements as they were", async () => {
    people.now = instant(1_710_000_000);
    const drafted = await perform(
      draftAnSla,
      await change(1, "sla.yaml", "notice_of_change: 30 days", "notice_of_change: 40 days"),
      CON,
    );
    expect(drafted).toMatchObject({ version: 2, to_sign: ["meridian-sla"] });
    // The amendment of October was signed 34 days before; with forty agreed that is to be looked at.
    expect(drafted.warnings.map(({ code }) => code)).toEqual(["notice-too-short"]);
    expect(await statesOf("meridian-sla")).toEqual([["draft", 2, null]]);
    expect(await statesOf("quillnet-uc")).toEqual([["draft", 1, null]]);
    const late = await change(1, "uc-oakrack.yaml", "notice_of_change: 60 days", "notice_of_change: 70 days");
    expect(await refusal(perform(draftAUc, late, CON))).toBe("text-version-stale");
  });

  test("signing takes both parties, two persons, and the text as it stands", async () => {
    const asked = { contract, agreement: "meridian-sla", text_version: 2, words };
    expect(await refusal(perform(approveAndSignAnAgreement, { ...asked, agreement: "other" }, CON))).toBe(
      "no-such-agreement",
    );
    expect(await refusal(perform(approveAndSignAnAgreement, { ...asked, text_version: 1 }, CON))).toBe(
      "text-version-stale",
    );
    expect(await refusal(perform(approveAndSignAnAgreement, { ...asked, text_version: 3 }, CON))).toBe("no-such-text");
    expect(await perform(approveAndSignAnAgreement, asked, CON)).toMatchObject({ state: "agreed", effective: null });
    expect(await refusal(perform(approveAndSignAnAgreement, asked, CON))).toBe("never-one-person");
    expect(await statesOf("meridian-sla")).toEqual([["agreed", 2, null]]);
  });

  test("what is changed between the two signatures is signed anew by both", async () => {
    const again = await change(2, "sla.yaml", "notice_of_change: 30 days", "notice_of_change: 50 days");
    expect(await perform(draftAnSla, again, CON)).toMatchObject({ version: 3, to_sign: ["meridian-sla"] });
    const asked = { contract, agreement: "meridian-sla", text_version: 2, words };
    expect(await refusal(perform(approveAndSignAnAgreement, asked, CA))).toBe("text-version-stale");
    const signed = await perform(approveAndSignAnAgreement, { ...asked, text_version: 3 }, CA);
    // The provider's signature was under the former text, so the client's is the first under this one.
    expect(signed).toMatchObject({ state: "agreed", signed_by: [{ person: "hester-quayle", party: "meridian" }] });
    expect(await perform(approveAndSignAnAgreement, { ...asked, text_version: 3 }, CON)).toMatchObject({
      ...{ state: "signed", effective: "2024-04-01" },
    });
    expect(await refusal(perform(approveAndSignAnAgreement, { ...asked, text_version: 3 }, CA))).toBe("already-signed");
  });

  test("a text counts once all of it is signed, in one act of both as well", async () => {
    for (const agreement of all.filter((id) => id !== "meridian-sla")) {
      // The others stand as in version 1: who read that version signs what is there now.
      const signed = await perform(approveAndSignAnAgreement, { contract, agreement, text_version: 1, words }, both);
      expect(signed).toMatchObject({ state: "signed", effective: "2024-04-01" });
    }
    expect((await asSystem((unit) => readContract(unit, contract)))?.state).toBe("in force");
    expect(await inForce()).toBe(3);
  });

  test("what was signed is not drafted again; the catalogue needs no signature", async () => {
    const sla = await change(3, "sla.yaml", "notice_of_change: 30 days", "notice_of_change: 60 days");
    expect(await refusal(perform(draftAnSla, sla, CON))).toBe("signed-text-changed");
    const amendment = await change(3, "amendments/2025-10-01.yaml", "{within: 6h}", "{within: 5h}");
    // The SLA itself goes back to the thirty days that were never signed: that is the same refusal.
    expect(await refusal(perform(draftAnSla, amendment, CON))).toBe("signed-text-changed");
    const catalogue = await change(3, "catalogue.yaml", "criticality: vital", "criticality: essential");
    expect(await perform(maintainTheServiceCatalogue, catalogue, CON)).toMatchObject({ version: 4, to_sign: [] });
    expect(await inForce()).toBe(4);
  });

  test("an amendment holds from its first day, once both have signed it", async () => {
    const file = {
      name: "amendments/2026-01-01.yaml",
      text: `underpin: 1
part_of: meridian-tideway
amendments:
  meridian-sla-3:
    amends: meridian-sla
    effective: 2026-01-01
    signed: 2025-12-01
    signed_by: [hester-quayle, dorothea-blake]
    reason: A shorter notice.
    changes: {notice_of_change: 20 days}
`,
    };
    const asked = { contract, based_on: 4, files: [file], removes: [], note: "shorter notice" };
    expect(await perform(amendAnAgreement, asked, both)).toMatchObject({ version: 5, to_sign: ["meridian-sla"] });
    expect(await inForce()).toBe(4);
    const signed = { contract, agreement: "meridian-sla", text_version: 5, words };
    expect(await perform(approveAndSignAnAgreement, signed, both)).toMatchObject({ effective: "2026-01-01" });
    expect(await inForce()).toBe(5);
    const again = { ...asked, based_on: 5, files: [{ ...file, text: file.text.replace("20 days", "10 days") }] };
    expect(await refusal(perform(amendAnAgreement, again, both))).toBe("other-parts-changed");
    expect(await refusal(perform(draftAnSla, again, CON))).toBe("signed-text-changed");
  });

  test("a credit plan is signed with its agreement", async () => {
    const credits = await change(5, "credits.yaml", "in_a_row: 6", "in_a_row: 7");
    expect(await perform(setCreditsAndWeights, credits, CON)).toMatchObject({ version: 6, to_sign: ["meridian-sla"] });
    expect(await inForce()).toBe(5);
    const asked = { contract, agreement: "meridian-sla", text_version: 6, words };
    expect(await perform(approveAndSignAnAgreement, asked, both)).toMatchObject({ state: "signed" });
    expect(await inForce()).toBe(6);
  });

  test("an end has a last day, which measuring sees; with the last agreement the contract ends", async () => {
    const asked = { contract, agreement: "oakrack-uc", last_day: "2026-06-30", reason: "Another vendor is cheaper." };
    expect(await refusal(perform(endAnAgreement, { ...asked, last_day: "2024-03-31" }, CON))).toBe(
      "end-before-beginning",
    );
    expect(await refusal(perform(endAnAgreement, { ...asked, agreement: "other" }, CON))).toBe("no-such-agreement");
    expect(await perform(endAnAgreement, asked, CON)).toMatchObject({ contract_ended: false });
    expect(await statesOf("oakrack-uc")).toEqual([["ended", 1, "2026-06-30"]]);
    const { version, document } = await asSystem((unit) => documentInForce(unit, contract));
    expect([version, document.agreements["oakrack-uc"]?.until]).toEqual([6, readDay("2026-06-30")]);
    expect(document.agreements["quillnet-uc"]?.until).not.toBe(readDay("2026-06-30"));
    expect(await refusal(perform(endAnAgreement, asked, CON))).toBe("agreement-ended");
    const sign = { contract, agreement: "oakrack-uc", text_version: 6, words };
    expect(await refusal(perform(approveAndSignAnAgreement, sign, CON))).toBe("agreement-ended");
    const uc = await change(6, "uc-oakrack.yaml", "notice_of_change: 60 days", "notice_of_change: 70 days");
    expect(await refusal(perform(draftAUc, uc, CON))).toBe("agreement-ended");
    for (const agreement of all.filter((id) => id !== "oakrack-uc")) {
      const ended = await perform(endAnAgreement, { ...asked, agreement }, CON);
      expect(ended.contract_ended).toBe(agreement === "quillnet-uc");
    }
    expect((await asSystem((unit) => readContract(unit, contract)))?.state).toBe("ended");
    expect(await refusal(perform(draftAUc, uc, CON))).toBe("contract-ended");
  });
});
