import { describe, expect, test } from "vitest";
import { activityNames, steps } from "./activity-names.ts";
import { defaultMatrix } from "./default-matrix.ts";
import { rowOf, usualWait } from "./matrix.ts";
import { matrixCells } from "./to-text.ts";

test.each([
  ["establish", 5],
  ["agree", 10],
  ["measure", 6],
  ["report", 3],
  ["credit", 7],
  ["review", 6],
  ["improve", 5],
  ["govern", 5],
] as const)("step %s has %i activities", (step, count) =>
  expect(defaultMatrix.filter((row) => row.step === step)).toHaveLength(count),
);

test("the whole process: 47 activities in 8 steps, each with its row, in order", () => {
  expect(steps).toHaveLength(8);
  expect(defaultMatrix).toHaveLength(47);
  expect(defaultMatrix.map(({ activity }) => activity)).toEqual(activityNames);
});

/** Step, activity, inputs, outputs, R, A, S, C, I, approval and segregation. */
const written: readonly (readonly string[])[] = [
  "establish|set up the contract|MSA, parties, charges, term|contract record|CON|EXE|SLM, FIN|CA|SO, PO|A, other than R",
  "establish|keep the RASCI matrix|roles, holders|matrix version|PO|EXE|SLM|all heads|all holders|A",
  "agree|draft a UC|SLA draft, vendor offer|draft version|SUP|CON|SLM|SO, VR, FIN|PO|",
  "agree|set credits and weights|charges, criticality, risk|credit plan version|CON|EXE|SLM, FIN|CA, SO|PO|A; notice rules",
  "agree|approve and sign an agreement|agreed version, proof|signed version, effective date|CA and CON|EXE|CON|SLM|all parties|both parties, never one person",
  "agree|amend an agreement|change reason, plan of effects|new version|SLM|CON|SO|CR, FIN, TL, SUP|all parties|both parties, never one person",
  "measure|take in records|tool data, mapping|record events, findings|System for PM|PM|ADM||SLM|",
  "measure|correct a record|evidence|correcting event|PM|SLM|SD|CR|AUD|A where a period is closed",
  "measure|answer a relief claim|claim, evidence|decision, partial grant|CR|CA||SLM|CON|other party than claimant",
  "report|close a period|results, findings, disputes|frozen results|SLM|PO|PM|SO, FIN|CR|A, other than R",
  "report|restate a period|late facts, granted relief|restatement, delta|SLM|PO|PM, FIN|CR, CON|CA, EXE, AUD|both parties above the materiality limit",
  "credit|decide a dispute|dispute, evidence, figures|decision, restatement or none|CON|EXE|SLM, PM|CR, FIN|CA|other party than the one disputing",
  "credit|waive a credit|credit, reason|reduced credit, failure kept|CA|EXE||SLM|FIN, CON|reason required",
  "review|hold the service review|pack|minutes, decisions, actions|SLM|SO|CR, PM|CA, EXE|all parties|counter-signed minutes",
  "improve|raise an improvement opportunity|results, reviews, ideas|register entry|any role|SLM|PM|SO|PO|",
  "improve|open a SIP|trigger or decision, cause Pareto|SIP with owner|SLM (or System for SLM)|SO|PM|CR|EXE, CA|",
  "improve|close a SIP|evidence over agreed periods|closed, effect proven|SLM|SO|PM|CR|EXE, CA|A; refused without evidence",
  "govern|report RASCI conformance|audit log, matrix|conformance report|System for AUD|PO|AUD||EXE|",
  "govern|audit the process|audit log, evidence map|audit findings|AUD|EXE|PO|SLM|all heads|AUD holds no other role",
  "govern|manage people and roles|requests|holders of roles|ADM|PO||EXE|holder|never for oneself",
].map((line) => line.split("|"));

test.each(written.map((cells) => [cells[1], cells] as const))("%s is as the process says", (activity, cells) =>
  expect(matrixCells(defaultMatrix).find((row) => row[1] === activity)).toEqual(cells),
);

describe("consultation", () => {
  test.each([
    ["a person asks and waits 3 days", "draft an SLA", { waits: true, within: 259_200 }],
    ["nobody to ask, nothing to wait for", "claim relief", { waits: false, within: 0 }],
    ["the system tells and never waits", "propose the credit statement", { waits: false, within: 0 }],
    ["a person may open a plan too, and then waits", "open a SIP", { waits: true, within: 259_200 }],
  ] as const)("%s", (_, activity, expected) => expect(rowOf(defaultMatrix, activity).consultation).toEqual(expected));

  // 3 days × 86 400 s
  test("the usual wait is 3 days", () => expect(usualWait).toBe(259_200));
});

test.each([
  ["approval by the A", "accountable", 9],
  ["by both parties", "both parties", 2],
  ["by the A where a period is closed", "where closed", 1],
  ["by both parties above the limit", "above materiality", 1],
] as const)("%s: as many rows as the process has", (_, approval, count) =>
  expect(defaultMatrix.filter((row) => row.approval === approval)).toHaveLength(count),
);
