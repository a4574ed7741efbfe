import { z } from "zod";
import { addAudit } from "../../store/add-audit.ts";
import type { Unit } from "../../store/gate.ts";
import { endHold, legalHolds, placeHold, retentionRules, setRetention } from "../../store/keeping/retention-rules.ts";
import { notFound } from "../reply/problem.ts";
import { id, instantMember, name } from "../request/members.ts";
import { administrationRoute, type By } from "./administration-route.ts";

const what = z.enum(["record events", "pseudonyms", "notices"]);
const months = z.int().min(1).max(1200);
const rules = z.strictObject({ items: z.array(z.strictObject({ what, months })) });

const readRules = administrationRoute({
  name: "retention rules",
  method: "GET",
  path: "/retention",
  summary: "How long what is kept; what has no rule is kept for ever.",
  input: z.strictObject({}),
  output: rules,
  run: async (unit) => ({ items: [...(await retentionRules(unit))] }),
});

const setRule = administrationRoute({
  name: "set a retention rule",
  method: "PUT",
  path: "/retention",
  summary: "Sets after how many months something is removed, or (null) that it is kept for ever.",
  input: z.strictObject({ what, months: months.nullable() }),
  output: rules,
  run: async (unit, rule, by) => {
    await setRetention(unit, { ...rule, at: by.now, by: by.person });
    await said(unit, by, { did: "retention rule", ...rule });
    return { items: [...(await retentionRules(unit))] };
  },
});

const readHolds = administrationRoute({
  name: "legal holds",
  method: "GET",
  path: "/legal-holds",
  summary: "What may not be removed, of a contract or of everything: holds that stand and holds that ended.",
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        hold: id,
        contract: name.nullable(),
        reason: z.string(),
        from: instantMember,
        until: instantMember.nullable(),
        by: z.string(),
      }),
    ),
  }),
  run: async (unit) => ({ items: [...(await legalHolds(unit))] }),
});

const place = administrationRoute({
  name: "place a legal hold",
  method: "POST",
  path: "/legal-holds",
  summary: "Stops every removal of a contract's data, or of all (contract null), until the hold is ended.",
  input: z.strictObject({ contract: name.nullable(), reason: z.string().trim().min(1).max(2000) }),
  output: z.strictObject({ hold: id }),
  run: async (unit, { contract, reason }, by) => {
    const hold = await placeHold(unit, { contract, reason, at: by.now, by: by.person });
    await said(unit, by, { did: "legal hold placed", hold, contract, reason });
    return { hold };
  },
});

const end = administrationRoute({
  name: "end a legal hold",
  method: "POST",
  path: "/legal-holds/{hold}/end",
  summary: "Ends a hold; that there was one stays to be seen.",
  input: z.strictObject({ hold: id }),
  output: z.strictObject({ hold: id }),
  run: async (unit, { hold }, by) => {
    if (!(await endHold(unit, hold, by.now))) throw notFound();
    await said(unit, by, { did: "legal hold ended", hold });
    return { hold };
  },
});

const said = (unit: Unit, { now, person }: By, facts: Readonly<Record<string, unknown>>): Promise<void> =>
  addAudit(unit, { at: now, person, activity: "keep the data", contract: null, subject: "retention", facts });

/** How long what is kept, and what may not be removed. */
export const keepingRoutes = [readRules, setRule, readHolds, place, end] as const;
