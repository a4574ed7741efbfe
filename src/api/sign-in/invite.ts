import type { Session } from "../../store/session.ts";
import { forgetAttempts } from "../../store/sign-in/attempts.ts";
import { addInvitation } from "../../store/sign-in/invitations.ts";
import { expectPerson } from "../../store/sign-in/memberships.ts";
import { auditSignIn, mustAdminister } from "./administrator.ts";
import type { Caller } from "./caller.ts";
import type { Door } from "./door.ts";
import { activePerson, type Person, programOf } from "./people.ts";
import { refused } from "./refused.ts";
import { attemptName, hashOf, newSecret } from "./secrets.ts";

/** How an invitation reached the person: by mail, or by a link that whoever made it hands over, shown this once. */
export type Invited = { readonly mailed: true; readonly until: number } | Handed;
interface Handed {
  readonly mailed: false;
  readonly link: string;
  readonly until: number;
}

/** Invites a person of the caller's tenant to sign in. Earlier invitations of the person are void. */
export async function invite(door: Door, caller: Caller, person: string): Promise<Invited> {
  const { gate, now, mail } = door.settings;
  const found = await gate.unit(programOf(caller.tenant), async (unit) => {
    await mustAdminister(unit, caller, now());
    const invited = await activePerson(unit, person);
    if (!invited) throw refused("unknown-person", `There is no active person ${person}. Add the person first.`);
    if (invited.account)
      throw refused("person-signs-in", `${invited.name} has an account already and signs in with it.`);
    await auditSignIn(unit, { at: now(), by: caller.person, subject: person, facts: { did: "invitation made" } });
    return invited;
  });
  const { link, until } = await makeInvitation(door, found, mail ? "to the address alone" : "by hand");
  door.tell({ what: "invitation made", tenant: caller.tenant, person, account: caller.account });
  if (!mail) return { mailed: false, link, until };
  await mail({ to: found.email, subject: "Your invitation to Underpin", text: words(found.name, link) });
  return { mailed: true, until };
}

const words = (name: string, link: string): string =>
  `Hello ${name},\n\nyou were invited to Underpin. Within three days you can set your password at\n\n${link}\n\nThe link works once.\n`;

/** Makes a link that lets a person set a password, once. Who sets it proves the address where the link goes to it alone. */
export async function makeInvitation(
  { settings, rules }: Door,
  { tenant, person, email }: Pick<Person, "tenant" | "person" | "email">,
  reaches: "to the address alone" | "by hand",
): Promise<{ readonly link: string; readonly until: number }> {
  const token = newSecret();
  const now = settings.now();
  const until = now + rules.invitationSeconds;
  const provesEmail = reaches === "to the address alone";
  await settings.gate.signIn(async (session: Session) => {
    await expectPerson(session, { tenant, person, email });
    await addInvitation(session, { token: hashOf(token), tenant, person, email, provesEmail, now, until });
  });
  return { link: `${settings.baseUrl.replace(/\/$/, "")}/invitation/${token}`, until };
}

/** Ends the lock of a person's account. */
export async function unlock(door: Door, caller: Caller, person: string): Promise<void> {
  const { gate, now } = door.settings;
  const found = await gate.unit(programOf(caller.tenant), async (unit) => {
    await mustAdminister(unit, caller, now());
    const locked = await activePerson(unit, person);
    if (!locked) throw refused("unknown-person", `There is no active person ${person}.`);
    await auditSignIn(unit, { at: now(), by: caller.person, subject: person, facts: { did: "account unlocked" } });
    return locked;
  });
  await gate.signIn((session) => forgetAttempts(session, attemptName(found.email)));
  door.tell({ what: "unlocked", tenant: caller.tenant, person, account: caller.account });
}
