import { z } from "zod";
import { wayRefused } from "../../jobs/post.ts";
import { addAudit } from "../../store/add-audit.ts";
import { topics } from "../../store/add-happening.ts";
import { deadLetters, redeliver } from "../../store/deliveries/dead-letters.ts";
import { addWebhook, changeWebhook, rotateSecret, webhooks } from "../../store/deliveries/webhooks.ts";
import type { Unit } from "../../store/gate.ts";
import { notFound, ProblemError } from "../reply/problem.ts";
import { id, instantMember } from "../request/members.ts";
import { administrationRoute, type By } from "./administration-route.ts";

const topic = z.enum(topics);
const url = z.url().max(2000);
const someTopics = z.array(topic).min(1).max(topics.length);
const changed = z.strictObject({ webhook: id });
const secret = z.string().describe("Told this once: with it the receiver sees who sends");

const list = administrationRoute({
  name: "webhooks",
  method: "GET",
  path: "/webhooks",
  summary: "Where happenings are sent, and of which topics.",
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        webhook: id,
        url: z.string(),
        topics: z.array(topic),
        is_active: z.boolean(),
        created: instantMember,
        by: z.string(),
      }),
    ),
  }),
  run: async (unit) => ({
    items: (await webhooks(unit)).map(({ id: webhook, topics: own, isActive, ...rest }) => ({
      ...{ ...rest, webhook, topics: [...own], is_active: isActive },
    })),
  }),
});

const add = (inner: Inner) =>
  administrationRoute({
    name: "add a webhook",
    method: "POST",
    path: "/webhooks",
    summary: "Sends every happening of some topics to an address from now on, each at least once, signed by HMAC.",
    input: z.strictObject({ url, topics: someTopics }),
    output: z.strictObject({ webhook: id, secret }),
    run: async (unit, { url: to, topics: own }, by) => {
      checkWay(to, inner);
      const made = await addWebhook(unit, { url: to, topics: own, by: by.person, at: by.now });
      await said(unit, by, { did: "webhook added", webhook: made.id, url: to, topics: own });
      return { webhook: made.id, secret: made.secret };
    },
  });

const change = (inner: Inner) =>
  administrationRoute({
    name: "change a webhook",
    method: "PUT",
    path: "/webhooks/{webhook}",
    summary:
      "Changes the address, the topics, or whether anything is sent; what waited is sent when it is active again.",
    input: z.strictObject({
      webhook: id,
      url: url.optional(),
      topics: someTopics.optional(),
      is_active: z.boolean().optional(),
    }),
    output: changed,
    run: async (unit, { webhook, is_active: isActive, url: to, topics: own }, by) => {
      if (to !== undefined) checkWay(to, inner);
      const asked = {
        ...(to === undefined ? {} : { url: to }),
        ...(own === undefined ? {} : { topics: own }),
        ...(isActive === undefined ? {} : { isActive }),
      };
      if (!(await changeWebhook(unit, { id: webhook, ...asked, now: by.now }))) throw notFound();
      await said(unit, by, { did: "webhook changed", webhook, ...asked });
      return { webhook };
    },
  });

const rotate = administrationRoute({
  name: "rotate the secret of a webhook",
  method: "POST",
  path: "/webhooks/{webhook}/secret",
  summary: "Gives a webhook another secret, with which everything is signed from now on.",
  input: changed,
  output: z.strictObject({ webhook: id, secret }),
  run: async (unit, { webhook }, by) => {
    const made = await rotateSecret(unit, webhook);
    if (made === null) throw notFound();
    await said(unit, by, { did: "secret of a webhook changed", webhook });
    return { webhook, secret: made };
  },
});

const remove = administrationRoute({
  name: "remove a webhook",
  method: "DELETE",
  path: "/webhooks/{webhook}",
  summary: "Sends nothing there any more. What was sent stays to be seen.",
  input: changed,
  output: changed,
  run: async (unit, { webhook }, by) => {
    if (!(await changeWebhook(unit, { id: webhook, isActive: false, now: by.now }))) throw notFound();
    await said(unit, by, { did: "webhook removed", webhook });
    return { webhook };
  },
});

const letters = administrationRoute({
  name: "dead letters",
  method: "GET",
  path: "/dead-letters",
  summary: "Happenings that could not be delivered within a day, the latest first.",
  input: z.strictObject({
    limit: z.coerce.number().int().min(1).max(500).default(50),
    before: z.coerce.number().int().optional().describe("Only happenings before this one, for the next page"),
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        delivery: id,
        webhook: id,
        happening: z.int(),
        topic: z.string(),
        attempts: z.int(),
        answer: z.string().nullable(),
        since: instantMember.nullable(),
      }),
    ),
  }),
  run: async (unit, { limit, before }) => ({
    items: (await deadLetters(unit, { limit, ...(before === undefined ? {} : { before }) })).map(
      ({ id: delivery, ...rest }) => ({ delivery, ...rest }),
    ),
  }),
});

const again = administrationRoute({
  name: "send a dead letter again",
  method: "POST",
  path: "/dead-letters/{delivery}/redelivery",
  summary: "Sends a happening again that could not be delivered, under the same id.",
  input: z.strictObject({ delivery: id }),
  output: z.strictObject({ delivery: id }),
  run: async (unit, { delivery }, by) => {
    if (!(await redeliver(unit, { id: delivery, now: by.now }))) throw notFound();
    await said(unit, by, { did: "dead letter sent again", delivery });
    return { delivery };
  },
});

/** Where happenings are sent. `inner`: whether receivers within the house and unencrypted ways are allowed. */
export const webhookRoutes = (inner: Inner) =>
  [list, add(inner), change(inner), rotate, remove, letters, again] as const;

type Inner = "allowed" | "refused";

/** Refuses an address to which nothing would be sent. What a name stands for is looked up when something is sent. */
function checkWay(to: string, inner: Inner): void {
  const because = wayRefused({ url: to, inner: inner === "allowed" });
  if (because === null) return;
  const detail = `Nothing is sent there: ${because}. Give an address with https: that anybody in the world reaches.`;
  throw new ProblemError(422, "input-refused", {
    detail,
    complaints: [{ code: "address-refused", detail, pointer: "/url" }],
  });
}

const said = (unit: Unit, { now, person }: By, facts: Readonly<Record<string, unknown>>): Promise<void> =>
  addAudit(unit, { at: now, person, activity: "keep webhooks", contract: null, subject: "webhooks", facts });
