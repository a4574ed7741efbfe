import { z } from "zod";
import { readHoldings, readParties, readPersons, readSelf } from "../../store/reading/people.ts";
import { id, instantMember, name } from "../request/members.ts";
import { listView, view } from "../view.ts";

const kind = z.enum(["provider", "client", "vendor", "team"]);

export const me = view({
  name: "me",
  path: "/me",
  summary: "Who you are, for which party and tenant, and the roles you hold.",
  input: z.strictObject({}),
  output: z.strictObject({
    person: name,
    name: z.string(),
    email: z.string(),
    party: name,
    tenant: z.string(),
    side: z.enum(["provider", "client", "vendor", "team", "system"]),
    holdings: z.array(
      z.object({ role: z.string(), contract: name.nullable(), from: instantMember, until: instantMember.nullable() }),
    ),
  }),
  read: async (unit) => {
    const self = await readSelf(unit);
    if (!self) return null;
    const held = await readHoldings(unit, { person: unit.who.person }, { after: null, limit: 500 });
    return { ...self, side: unit.who.side, holdings: held };
  },
});

export const parties = listView({
  name: "parties",
  path: "/parties",
  summary: "The parties you may see: provider, clients, vendors and teams.",
  input: z.strictObject({ kind: kind.optional() }),
  item: z.strictObject({ party: name, kind, name: z.string() }),
  key: ({ party }) => [party],
  read: readParties,
});

export const people = listView({
  name: "people",
  path: "/people",
  summary: "The people you may see: the provider sees all, others those of their own party.",
  input: z.strictObject({ party: name.optional() }),
  item: z.strictObject({
    person: name,
    party: name,
    name: z.string(),
    email: z.string(),
    is_active: z.boolean(),
    created: instantMember,
  }),
  key: ({ person }) => [person],
  read: readPersons,
});

export const holdings = listView({
  name: "holdings",
  path: "/holdings",
  summary: "Who holds which role, for one contract or for all, from when until when.",
  input: z.strictObject({ person: name.optional(), contract: name.optional() }),
  item: z.strictObject({
    holding: id,
    person: name,
    role: z.string(),
    contract: name.nullable(),
    from: instantMember,
    until: instantMember.nullable(),
    granted_by: z.string(),
  }),
  key: ({ holding }) => [holding],
  read: readHoldings,
});
