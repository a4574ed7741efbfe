import type { MatrixFinding, MatrixFindingCode } from "./matrix-finding.ts";

/** The sentence of a finding, for those who keep the matrix. */
export const matrixSentence = (finding: MatrixFinding): string => sentences[finding.code](finding);

type Sentence = (finding: MatrixFinding) => string;

const sentences: Readonly<Record<MatrixFindingCode, Sentence>> = {
  "activity-missing": ({ activity }) => `The activity "${activity}" of the process is missing.`,
  "activity-unknown": ({ activity }) => `The process has no activity "${activity}".`,
  "activity-renamed": ({ activity, facts }) =>
    `The activity "${facts.was}" is called "${activity}"; names of activities never change.`,
  "activity-twice": ({ activity }) => `The activity "${activity}" has more than one row.`,
  "activity-in-other-step": ({ activity, facts }) =>
    `The activity "${activity}" belongs to the step ${facts.standard}, not to ${facts.step}.`,
  "accountable-not-one": ({ activity, facts }) =>
    facts.accountable === ""
      ? `Nobody is accountable for "${activity}"; exactly one role must be.`
      : `"${facts.accountable}" cannot be accountable for "${activity}": exactly one role must be.`,
  "responsible-missing": ({ activity }) => `Nobody is responsible for "${activity}".`,
  "joint-responsible-lost": ({ activity, facts }) =>
    facts.left === ""
      ? `Two roles must act together for "${activity}", and none is left.`
      : `Two roles must act together for "${activity}", and only ${facts.left} is left.`,
  "one-side-approves": ({ activity, facts }) =>
    `"${activity}" asks for both parties, but ${facts.approvers} would approve, all of one side.`,
  "approval-loosened": ({ activity, facts }) =>
    `The approval of "${activity}" is "${facts.now}", which asks less than the default "${facts.standard}".`,
  "segregation-loosened": ({ activity, facts }) =>
    `"${activity}" no longer has the segregation "${facts.rule}" of the default.`,
  "consultation-loosened": ({ activity, facts }) =>
    facts.now === "0"
      ? `"${activity}" no longer waits for those consulted; the default waits ${time(facts.standard)}.`
      : `"${activity}" waits ${time(facts.now)} for those consulted; the default waits ${time(facts.standard)}.`,
  "absent-holder": ({ activity, facts }) => `Nobody holds the role ${facts.role} (${facts.part}) of "${activity}".`,
  "nobody-else-to-approve": ({ activity, facts }) =>
    `"${activity}" needs two persons, but ${facts.person} alone holds both ${facts.does} and ${facts.approves}.`,
  "forbidden-union": ({ facts }) =>
    `${facts.person} holds ${facts.roles} together with ${facts.with}: ${facts.because}.`,
};

/** Seconds as the largest whole unit; text because facts are text. */
function time(seconds: string | undefined): string {
  const count = Number(seconds ?? 0);
  const [size, unit] = units.find(([length]) => count >= length && count % length === 0) ?? [1, "second"];
  const number = count / size;
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

const units: readonly (readonly [number, string])[] = [
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
];
