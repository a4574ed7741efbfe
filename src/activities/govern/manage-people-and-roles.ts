import { z } from "zod";
import { activity } from "../activity.ts";
import { roleCodes } from "../rasci/roles.ts";
import { deactivate } from "./people/deactivate.ts";
import { endRole } from "./people/end-role.ts";
import { grant } from "./people/grant.ts";
import { invite } from "./people/invite.ts";
import { findConcerned, whomItConcerns } from "./people/whom-it-concerns.ts";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Small letters and digits, with hyphens between words.");

const input = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("invite"),
    person: id,
    name: z.string().trim().min(1).max(200),
    email: z.email().max(254),
    party: z.string().min(1),
  }),
  z.strictObject({
    do: z.literal("grant"),
    person: z.string().min(1),
    role: z.enum(roleCodes),
    /** Null: for every contract of the tenant. */
    contract: z.string().min(1).nullable(),
  }),
  z.strictObject({ do: z.literal("end"), holding: z.uuid() }),
  z.strictObject({ do: z.literal("deactivate"), person: z.string().min(1) }),
]);

const output = z.object({
  person: z.string(),
  /** Holdings that were given or ended. */
  holdings: z.array(z.string()),
});

export type PeopleInput = z.output<typeof input>;
export type PeopleOutput = z.output<typeof output>;

/** Lets people in, gives them roles, ends roles, and takes people out. Nobody does it for themselves. */
export const managePeopleAndRoles = activity<PeopleInput, PeopleOutput, undefined>({
  name: "manage people and roles",
  summary: "Invites a person, grants or ends a role, or takes a person out of use.",
  path: "/people",
  input,
  output,
  refusals: [
    "no-such-person",
    "person-not-active",
    "no-such-holding",
    "holding-ended",
    "already-held",
    "role-of-other-side",
    "contract-missing",
    "no-such-contract",
    "not-of-contract",
    "no-such-party",
    "person-is-there",
    "email-is-there",
    "forbidden-union",
    "for-oneself",
  ],
  about: (asked) => ({
    contract: asked.do === "grant" ? asked.contract : null,
    subject: asked.do === "end" ? asked.holding : asked.person,
  }),
  // Name and address stay where they can be taken away again: the audit log is for ever.
  audited: (asked) => (asked.do === "invite" ? { do: asked.do, person: asked.person, party: asked.party } : asked),
  concerns: ({ unit }, asked) => whomItConcerns(unit, asked),
  named: async ({ unit }, asked) => {
    const found = await findConcerned(unit, asked);
    return { holder: "refusal" in found ? [] : [found] };
  },
  rule: async (context, asked) => {
    await ways(asked).check(context);
  },
  work: async (context, asked) => {
    const done = await ways(asked).work(context);
    context.note({ do: asked.do, ...done });
    return { person: done.person, holdings: [...done.holdings] };
  },
});

const ways = (asked: PeopleInput) => {
  if (asked.do === "invite") return invite(asked);
  if (asked.do === "grant") return grant(asked);
  return asked.do === "end" ? endRole(asked) : deactivate(asked);
};
