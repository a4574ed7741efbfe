import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ActivityName, activityNames } from "./activity-names.ts";
import { approversOf, asksApproval } from "./approvers.ts";
import { defaultMatrix } from "./default-matrix.ts";
import { at, everyone, holds, who } from "./fixture/people.ts";
import type { Actor, Holding } from "./holding.ts";
import { approvals, rowOf } from "./matrix.ts";
import { type Approved, approvalOfStarter, mayApprove, stillToApprove } from "./may-approve.ts";
import type { RoleCode } from "./roles.ts";

const row = (activity: ActivityName) => rowOf(defaultMatrix, activity);
const approve = (parts: {
  readonly activity: ActivityName;
  readonly starter: Actor | null;
  readonly approver: Actor;
  readonly given?: readonly Approved[];
  readonly holdings?: readonly Holding[];
}) => mayApprove({ row: row(parts.activity), concerns: null, given: [], ...parts }, at(parts.holdings ?? everyone));

test.each([
  ["set up the contract", "EXE"],
  ["approve and sign an agreement", "CA CON"],
  ["amend an agreement", "CA CON"],
  ["restate a period", "CA PO"],
  ["correct a record", "SLM"],
  ["hold the service review", "CR"],
  ["negotiate", ""],
] as const)("'%s' is approved by %s", (activity, expected) =>
  expect(approversOf(row(activity)).join(" ")).toBe(expected),
);

test("where a client answers for it, the other side is the provider's", () => {
  const waiving = { ...row("waive a credit"), accountable: "CA" } as const;
  expect(approversOf({ ...waiving, approval: "both parties" })).toEqual(["CON", "CA"]);
  expect(approversOf({ ...waiving, counterSigned: true })).toEqual(["SLM"]);
});

test.each([
  ["close a period", {}, true],
  ["negotiate", {}, false],
  ["hold the service review", {}, true],
  ["correct a record", {}, false],
  ["correct a record", { touchesClosedPeriod: true }, true],
  ["restate a period", {}, false],
  ["restate a period", { aboveMateriality: true }, true],
] as const)("'%s' with %o asks approval: %s", (activity, circumstances, expected) =>
  expect(asksApproval(row(activity), { touchesClosedPeriod: false, aboveMateriality: false, ...circumstances })).toBe(
    expected,
  ),
);

describe("one approver", () => {
  const both = [...everyone, holds("Sela", "PO"), holds("Petr", "SLM")];
  test.each([
    ["the A", "close a period", "Sela", "Petr", everyone, { as: "PO" }],
    ["the R is not the A", "close a period", "Sela", "Sela", everyone, "not-accountable"],
    ["another than the A", "close a period", "Sela", "Odil", everyone, "not-accountable"],
    ["R and A in one person", "close a period", "Sela", "Sela", both, "same-person"],
    ["two of both roles, each for the other", "close a period", "Petr", "Sela", both, { as: "PO" }],
    ["where it is not ruled, one may be both", "close a SIP", "Sela", "Sela", [holds("Sela", "SO")], { as: "SO" }],
    ["nothing to approve", "negotiate", "Sela", "Cora", everyone, "no-approval"],
    ["minutes by the client", "hold the service review", "Sela", "Rena", everyone, { as: "CR" }],
  ] as const)("%s", (_, activity, starter, approver, holdings, expected) =>
    expect(approve({ activity, starter: who(starter), approver: who(approver), holdings })).toEqual(expected),
  );
  test("what the system did has no person to keep apart", () =>
    expect(approve({ activity: "close a period", starter: null, approver: who("Petr") })).toEqual({ as: "PO" }));
  test("minutes are not counter-signed by a client's representative of the writer's party", () =>
    expect(
      approve({
        activity: "hold the service review",
        starter: who("Sela"),
        approver: who("Odil"),
        holdings: [holds("Odil", "CR")],
      }),
    ).toBe("same-party"));
  test("nor by the writer, for whatever party", () =>
    expect(
      approve({
        activity: "hold the service review",
        starter: who("Sela"),
        approver: { person: "Sela", party: "harbour-mutual" },
        holdings: [holds("Sela", "CR", { party: "harbour-mutual" })],
      }),
    ).toBe("same-person"));
  test("never one person, where one approves, is another than who did it", () => {
    const strict = { ...row("close a SIP"), segregation: ["never one person"] } as const;
    const asked = { row: strict, approver: who("Odil"), given: [], concerns: null };
    expect(mayApprove({ ...asked, starter: who("Odil") }, at(everyone))).toBe("same-person");
    expect(mayApprove({ ...asked, starter: who("Sela") }, at(everyone))).toEqual({ as: "SO" });
  });
  test("an answer to the other party is not approved by that party", () => {
    const strict = { ...row("answer a relief claim"), approval: "accountable" } as const;
    const asked = { row: strict, starter: who("Rena"), approver: who("Abel"), given: [] };
    expect(mayApprove({ ...asked, concerns: who("Sela") }, at(everyone))).toEqual({ as: "CA" });
    expect(mayApprove({ ...asked, concerns: who("Rena") }, at(everyone))).toBe("same-party");
  });
  test("who is concerned does not approve where it is never for oneself", () => {
    const strict = { ...row("manage people and roles"), approval: "accountable" } as const;
    const asked = { row: strict, starter: who("Nils"), approver: who("Petr"), given: [] };
    expect(mayApprove({ ...asked, concerns: who("Petr") }, at(everyone))).toBe("for-oneself");
    expect(mayApprove({ ...asked, concerns: who("Tomo") }, at(everyone))).toEqual({ as: "PO" });
  });
});

describe("both parties", () => {
  const signing = row("approve and sign an agreement");
  const byCora = approvalOfStarter(signing, who("Cora"), at(everyone));

  test("who starts a signature has signed for their side", () => {
    expect(byCora).toEqual([{ person: "Cora", party: "northlight", as: "CON" }]);
    expect(stillToApprove(signing, byCora)).toEqual(["CA"]);
    expect(approvalOfStarter(row("amend an agreement"), who("Sela"), at(everyone))).toEqual([]);
  });
  test.each([
    ["the other side signs", "Abel", everyone, { as: "CA" }],
    ["nobody signs twice", "Cora", everyone, "already-approved"],
    ["not even for the other side", "Cora", [...everyone, holds("Cora", "CA")], "same-person"],
    ["nobody of the same party signs for the other", "Odil", [holds("Odil", "CA")], "same-party"],
  ] as const)("%s", (_, approver, holdings, expected) =>
    expect(
      approve({
        activity: "approve and sign an agreement",
        starter: who("Cora"),
        approver: who(approver),
        given: byCora,
        holdings,
      }),
    ).toEqual(expected),
  );
  test("an amendment is signed by both sides, whoever wrote it", () => {
    const asked = { activity: "amend an agreement", starter: who("Sela") } as const;
    const first = { ...who("Cora"), as: "CON" } as const;
    expect(approve({ ...asked, approver: who("Cora") })).toEqual({ as: "CON" });
    expect(approve({ ...asked, approver: who("Abel"), given: [first] })).toEqual({ as: "CA" });
    expect(stillToApprove(row("amend an agreement"), [first, { ...who("Abel"), as: "CA" }])).toEqual([]);
  });
});

describe("laws", () => {
  const person = fc.constantFrom("Ada", "Ben", "Cid");
  const party = fc.constantFrom("harbour-mutual", "northlight");
  const role = fc.constantFrom<RoleCode>("CA", "CON", "EXE", "SLM", "PO", "FIN", "SO", "CR");
  const holding = fc.tuple(person, party, role).map(([name, of, code]) => holds(name, code, { party: of }));
  const holdings = fc.array(holding, { maxLength: 12 });
  const actor = fc.record({ person, party });
  const activity = fc.constantFrom(...activityNames);

  test("the same person never approves their own where it is ruled, whatever else a tenant changed", () =>
    fc.assert(
      fc.property(
        fc.array(holding, { maxLength: 30 }),
        activity,
        fc.constantFrom(...approvals),
        (held, name, approval) => {
          const segregated = { ...row(name), approval, segregation: ["other than responsible"] } as const;
          for (const { person, party } of held) {
            const one = { person, party };
            const asked = { row: segregated, starter: one, approver: one, given: [], concerns: null };
            expect(typeof mayApprove(asked, at(held))).toBe("string");
          }
        },
      ),
    ));

  test("two approvals of both parties are of two persons of two parties", () =>
    fc.assert(
      fc.property(holdings, actor, actor, (held, first, second) => {
        const one = approve({ activity: "amend an agreement", starter: null, approver: first, holdings: held });
        if (typeof one === "string") return;
        const given = [{ ...first, ...one }];
        const two = approve({ activity: "amend an agreement", starter: null, approver: second, given, holdings: held });
        if (typeof two === "string") return;
        expect([first.person === second.person, first.party === second.party]).toEqual([false, false]);
      }),
    ));

  test("who holds nothing approves nothing", () =>
    fc.assert(
      fc.property(activity, actor, (name, approver) => {
        expect(typeof approve({ activity: name, starter: null, approver, holdings: [] })).toBe("string");
      }),
    ));
});
