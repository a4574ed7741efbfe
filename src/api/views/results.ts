import { z } from "zod";
import { isSeen } from "../../store/reading/contracts.ts";
import {
  readClosures,
  readCreditStates,
  readCredits,
  readEvaluations,
  readReport,
  readReports,
  readResults,
} from "../../store/reading/results.ts";
import { anyJson, id, instantMember, month, name } from "../request/members.ts";
import { listView, view } from "../view.ts";

const byPeriod = z.strictObject({ contract: name, period: month.optional() });

export const evaluations = listView({
  name: "evaluations",
  path: "/contracts/{contract}/evaluations",
  summary: "The runs of measuring: of which text, of facts known until when, by which version.",
  input: byPeriod,
  item: z.strictObject({
    evaluation: id,
    period: z.string(),
    start: instantMember,
    end: instantMember,
    text_version: z.int(),
    known_until: instantMember,
    learned_until: instantMember,
    engine: z.string(),
    zone_data: z.string(),
    at: instantMember,
    by: z.string(),
  }),
  key: ({ at, evaluation }) => [at, evaluation],
  read: async (unit, input, page) => ((await isSeen(unit, input.contract)) ? readEvaluations(unit, input, page) : null),
});

export const results = listView({
  name: "results",
  path: "/contracts/{contract}/results",
  summary: "Results with their verdicts and what they were made from: the last revision of each, or all.",
  input: z.strictObject({
    ...byPeriod.shape,
    agreement: name.optional(),
    level: name.optional(),
    revisions: z.enum(["last", "all"]).default("last"),
  }),
  item: z.strictObject({
    agreement: name,
    level: name,
    group: z.string(),
    period: z.string(),
    revision: z.int(),
    evaluation: id,
    verdict: z.string(),
    figure: z.string().nullable(),
    result: anyJson,
  }),
  key: (each) => [each.agreement, each.level, each.group, each.period, each.revision],
  read: async (unit, input, page) => ((await isSeen(unit, input.contract)) ? readResults(unit, input, page) : null),
});

export const credits = listView({
  name: "credits",
  path: "/contracts/{contract}/credits",
  summary: "Statements of credits by plan, period and revision, each with its lines.",
  input: byPeriod,
  item: z.strictObject({
    agreement: name,
    plan: name,
    period: z.string(),
    revision: z.int(),
    evaluation: id,
    amount: z.string(),
    currency: z.string(),
    statement: anyJson,
  }),
  key: ({ plan, period, revision }) => [plan, period, revision],
  read: async (unit, input, page) => ((await isSeen(unit, input.contract)) ? readCredits(unit, input, page) : null),
});

export const creditStates = listView({
  name: "states of credits",
  path: "/contracts/{contract}/credit-states",
  summary: "What became of statements of credits: proposed, approved, rejected, disputed, settled.",
  input: byPeriod,
  item: z.strictObject({
    agreement: name,
    plan: name,
    period: z.string(),
    number: z.int(),
    revision: z.int(),
    state: z.enum(["proposed", "approved", "rejected", "disputed", "settled"]),
    at: instantMember,
    by: z.string(),
  }),
  key: ({ plan, period, number }) => [plan, period, number],
  read: async (unit, input, page) =>
    (await isSeen(unit, input.contract)) ? readCreditStates(unit, input, page) : null,
});

export const closures = listView({
  name: "closed periods",
  path: "/contracts/{contract}/closures",
  summary: "The periods that were closed, with the measuring they were closed with.",
  input: z.strictObject({ contract: name }),
  item: z.strictObject({
    period: z.string(),
    evaluation: id,
    at: instantMember,
    by: z.string(),
    approved_by: z.string(),
  }),
  key: ({ period }) => [period],
  read: async (unit, input, page) =>
    (await isSeen(unit, input.contract)) ? readClosures(unit, input.contract, page) : null,
});

const reportHead = z.strictObject({
  period: z.string(),
  audience: z.enum(["provider", "client"]),
  revision: z.int(),
  evaluation: id,
  sha256: z.string(),
});

export const reports = listView({
  name: "reports",
  path: "/contracts/{contract}/reports",
  summary: "The reports of a contract, without what they say.",
  input: byPeriod,
  item: reportHead,
  key: ({ period, audience, revision }) => [period, audience, revision],
  read: async (unit, input, page) => ((await isSeen(unit, input.contract)) ? readReports(unit, input, page) : null),
});

export const oneReport = view({
  name: "report",
  path: "/contracts/{contract}/reports/{period}",
  summary: "The last report of a period: the provider's own, or that for the client.",
  input: z.strictObject({ contract: name, period: month, audience: z.enum(["provider", "client"]).optional() }),
  output: z.strictObject({ ...reportHead.shape, report: anyJson }),
  read: readReport,
});
