import { createHmac } from "node:crypto";
import type { Instant } from "../engine/time/instant.ts";
import {
  type Claimed,
  claimWebhooks,
  type Delivery,
  nextDelivery,
  restWebhook,
  saveAttempt,
} from "../store/deliveries/send-list.ts";
import type { Gate, Unit, Who } from "../store/gate.ts";
import type { Duty } from "./keeper.ts";
import { type Answered, post } from "./post.ts";

/** How happenings are sent. */
export interface Sending {
  readonly gate: Gate;
  readonly now: () => Instant;
  /** Whole seconds for one attempt. */
  readonly timeout?: number;
  /** After a process was killed in the middle of an attempt, another begins so many seconds after the attempt's end. */
  readonly margin?: number;
  /** Whether receivers within the house and unencrypted ways are allowed. */
  readonly inner?: boolean;
  /** From 0 up to 1; spreads the attempts of many. */
  readonly chance: () => number;
  /** Told of each attempt: it was taken, will be tried again, or was given up. */
  readonly onSent?: (ending: "delivered" | "failed" | "dead") => void;
}

/** A happening is tried for this long, in seconds. */
const lifetime = 24 * 3600;
/** Answers that are about this happening alone, so that the next may be tried. */
const aboutThisOne = [400, 413, 422];

/** Sends what is due to each webhook: its happenings one after the other, each at least once. */
export const sendDeliveries =
  (sending: Sending): Duty =>
  async (unit, now) => {
    const claimed = await claimWebhooks(unit, { now, until: now + lease(sending) });
    if (claimed.length === 0) return undefined;
    const { who } = unit;
    return async () => {
      await Promise.all(claimed.map((webhook) => sendAll(sending, who, webhook)));
    };
  };

const lease = ({ timeout = 10, margin = 5 }: Sending): number => timeout + margin;

async function sendAll(sending: Sending, who: Who, webhook: Claimed): Promise<void> {
  const { gate, now } = sending;
  let next = await gate.unit(who, (unit) => nextDelivery(unit, { webhook: webhook.id, now: now() }));
  while (next) {
    const delivery = next;
    const answered = await attempt(sending, webhook, delivery);
    next = await gate.unit(who, (unit) => record(sending, unit, { webhook, delivery, answered }));
    sending.onSent?.(endingOf(delivery, answered, now()));
  }
}

function endingOf(delivery: Delivery, answered: Answered, now: number): "delivered" | "failed" | "dead" {
  if (isTaken(answered)) return "delivered";
  return now >= delivery.at + lifetime ? "dead" : "failed";
}

const isTaken = (answered: Answered): boolean =>
  "status" in answered && answered.status >= 200 && answered.status < 300;

/** What the receiver gets; its id is the same however often it is sent. */
export function signed(delivery: Delivery, { secret, at }: { readonly secret: string; readonly at: number }) {
  const { id, topic, contract, agreement, body: data } = delivery;
  const body = JSON.stringify({ id, topic, at: iso(delivery.at), contract, agreement, data });
  const signature = createHmac("sha256", secret).update(`${id}.${at}.${body}`).digest("hex");
  return {
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "Underpin",
      "underpin-id": id,
      "underpin-timestamp": String(at),
      "underpin-signature": `v1=${signature}`,
    },
  };
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(".000Z", "Z");

function attempt({ now, timeout = 10, inner = false }: Sending, webhook: Claimed, delivery: Delivery) {
  const { headers, body } = signed(delivery, { secret: webhook.secret, at: now() });
  return post({ url: webhook.url, headers, body, timeout, inner });
}

interface Sent {
  readonly webhook: Claimed;
  readonly delivery: Delivery;
  readonly answered: Answered;
}

/** Writes what became of an attempt and gives the next that may be tried now. */
async function record(sending: Sending, unit: Unit, { webhook, delivery, answered }: Sent): Promise<Delivery | null> {
  const at = sending.now();
  const answer = "status" in answered ? String(answered.status) : answered.fault.slice(0, 200);
  const { id } = delivery;
  if (isTaken(answered)) {
    await saveAttempt(unit, { id, state: "delivered", answer, at, nextAt: null });
    return await goOn(sending, unit, webhook);
  }
  const isOver = at >= delivery.at + lifetime;
  const nextAt = at + pause(delivery.attempts, sending.chance);
  await saveAttempt(unit, { id, answer, at, ...(isOver ? dead : { state: "waiting", nextAt }) });
  if ("status" in answered && aboutThisOne.includes(answered.status)) return await goOn(sending, unit, webhook);
  await restWebhook(unit, { webhook: webhook.id, until: isOver ? at : nextAt });
  return null;
}

const dead = { state: "dead", nextAt: null } as const;

async function goOn(sending: Sending, unit: Unit, { id: webhook }: Claimed): Promise<Delivery | null> {
  const now = sending.now();
  const next = await nextDelivery(unit, { webhook, now });
  await restWebhook(unit, { webhook, until: next ? now + lease(sending) : now });
  return next;
}

/** 10 s, 20 s, 40 s and so on up to four hours, each up to a fifth longer. */
export const pause = (attempts: number, chance: () => number): number =>
  Math.floor(Math.min(4 * 3600, 10 * 2 ** Math.min(attempts, 20)) * (1 + chance() / 5));
