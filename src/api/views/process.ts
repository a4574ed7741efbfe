import { z } from "zod";
import { readNotices } from "../../store/reading/notices.ts";
import { readAudit, readUndertaking, readUndertakings, readWork, readWorks } from "../../store/reading/process.ts";
import { anyJson, id, instantMember, name } from "../request/members.ts";
import { listView, view } from "../view.ts";

const undertaking = z.strictObject({
  undertaking: id,
  activity: z.string(),
  contract: name.nullable(),
  subject: z.string(),
  state: z.enum(["prepared", "consulting", "awaiting approval", "done", "rejected", "withdrawn"]),
  started_by: z.string(),
  started_party: z.string(),
  started_at: instantMember,
  wakes_at: instantMember.nullable(),
  ended_at: instantMember.nullable(),
});

export const undertakings = listView({
  name: "undertakings",
  path: "/undertakings",
  summary: "What people started, and where it stands: waiting for answers, for approval, or over.",
  input: z.strictObject({
    state: undertaking.shape.state.optional(),
    contract: name.optional(),
    activity: name.optional(),
  }),
  item: undertaking,
  key: (each) => [each.started_at, each.undertaking],
  read: readUndertakings,
});

export const oneUndertaking = view({
  name: "undertaking",
  path: "/undertakings/{undertaking}",
  summary: "What somebody started, with those who were asked, what they answered and what was decided.",
  input: z.strictObject({ undertaking: id }),
  output: z.strictObject({
    ...undertaking.shape,
    input: anyJson,
    output: anyJson,
    consultations: z.array(
      z.object({
        person: name,
        role: z.string(),
        asked_at: instantMember,
        until_at: instantMember,
        answer: z.string().nullable(),
        answered_at: instantMember.nullable(),
      }),
    ),
    approvals: z.array(
      z.object({
        person: name,
        party: name,
        role: z.string(),
        decision: z.enum(["approved", "rejected"]),
        note: z.string(),
        at: instantMember,
      }),
    ),
  }),
  read: (unit, input) => readUndertaking(unit, input.undertaking),
});

export const notices = listView({
  name: "notices",
  path: "/notices",
  summary: "What you were told, the newest first.",
  input: z.strictObject({ which: z.enum(["unread", "all"]).default("all") }),
  item: z.strictObject({
    notice: id,
    topic: z.string(),
    contract: name.nullable(),
    body: anyJson,
    at: instantMember,
    read_at: instantMember.nullable(),
  }),
  key: ({ at, notice }) => [at, notice],
  read: (unit, { which }, page) => readNotices(unit, which, page),
});

export const audit = listView({
  name: "audit",
  path: "/audit",
  summary: "Who did what, each row chained to the one before it by its hash.",
  input: z.strictObject({ contract: name.optional(), activity: name.optional(), person: name.optional() }),
  item: z.strictObject({
    number: z.int(),
    at: instantMember,
    person: z.string(),
    activity: z.string(),
    contract: name.nullable(),
    subject: z.string(),
    facts: anyJson,
    hash_before: z.string(),
    hash: z.string(),
  }),
  key: ({ number }) => [number],
  read: readAudit,
});

const work = z.strictObject({
  work: id,
  kind: z.string(),
  contract: name.nullable(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  done: z.int(),
  total: z.int(),
  message: z.string(),
  output: anyJson,
  at: instantMember,
  ended_at: instantMember.nullable(),
  by: z.string(),
});

export const works = listView({
  name: "works",
  path: "/works",
  summary: "Long works, such as files that are taken in, the newest first.",
  input: z.strictObject({ contract: name.optional(), state: work.shape.state.optional() }),
  item: work,
  key: (each) => [each.at, each.work],
  read: readWorks,
});

export const oneWork = view({
  name: "work",
  path: "/works/{work}",
  summary: "A long work and how far it has come.",
  input: z.strictObject({ work: id }),
  output: work,
  read: (unit, input) => readWork(unit, input.work),
});
