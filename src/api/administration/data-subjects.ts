import { z } from "zod";
import { addAudit } from "../../store/add-audit.ts";
import { exportAccount, forgetAccount } from "../../store/keeping/account-of-person.ts";
import { exportPerson, pseudonymise } from "../../store/keeping/data-subject.ts";
import { whoIsForgotten } from "../../store/keeping/who-is-forgotten.ts";
import type { Asked, Route } from "../route.ts";
import { administered } from "./administration-route.ts";
import { asAdministrator } from "./administrator-only.ts";

const input = z.strictObject({
  named: z.string().trim().min(1).max(254).describe("An id, a name or an e-mail address, as it was written"),
});
type Named = z.output<typeof input>;

const told: Route<Named> = {
  ...administered({
    name: "data of a person",
    method: "GET",
    path: "/data-subjects",
    summary: "Everything held of somebody, by lists named after the tables; what sign-in knows is under `accounts`.",
    input,
    output: z.record(z.string(), z.array(z.unknown())),
  }),
  answer: async (asked, { named }) => {
    const { deps, caller } = asked;
    const found = await asAdministrator(asked, async (unit) => {
      await addAudit(unit, { ...audited(asked), facts: { did: "exported" } });
      return await exportPerson(unit, named);
    });
    const people = z.array(z.object({ person_id: z.string() })).parse(found.people ?? []);
    const accounts: unknown[] = [];
    for (const { person_id: person } of people)
      accounts.push(
        ...(await deps.gate.signIn((session) => exportAccount(session, { tenant: caller.tenant, person }))),
      );
    return Response.json({ ...found, accounts }, { headers: { "cache-control": "no-store" } });
  },
};

const forgotten: Route<Named> = {
  ...administered({
    name: "forget a person",
    method: "POST",
    path: "/data-subjects/forget",
    summary:
      "Takes away who somebody is: links from pseudonyms to the name; for people who left, name, address and account. Figures stay.",
    input,
    output: z.strictObject({ links: z.int(), people: z.int() }),
  }),
  answer: async (asked, { named }) => {
    const { deps, caller } = asked;
    const people = await asAdministrator(asked, (unit) => whoIsForgotten(unit, named, deps.now()));
    // The account goes first: once the name is overwritten, nobody would find it by that name again.
    for (const person of people)
      await deps.gate.signIn((session) => forgetAccount(session, { tenant: caller.tenant, person }));
    const taken = await asAdministrator(asked, (unit) => pseudonymise(unit, named, deps.now()));
    return Response.json(taken, { headers: { "cache-control": "no-store" } });
  },
};

/** The name is not said: the audit log is for ever. */
const audited = ({ deps, caller }: Asked) => ({
  at: deps.now(),
  person: caller.person,
  activity: "answer a data subject",
  contract: null,
  subject: "data subject",
});

/** What a person may ask of whoever holds data of them. */
export const dataSubjectRoutes = [told, forgotten] as const;
