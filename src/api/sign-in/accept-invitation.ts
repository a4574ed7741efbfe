import { newId } from "../../store/new-id.ts";
import { accountUnder, addAccount } from "../../store/sign-in/accounts.ts";
import { forgetAttempts } from "../../store/sign-in/attempts.ts";
import { type Invitation, seeInvitation, useInvitation } from "../../store/sign-in/invitations.ts";
import type { ProblemError } from "../reply/problem.ts";
import { auditSignIn } from "./administrator.ts";
import type { Came } from "./ask-library.ts";
import type { Door } from "./door.ts";
import { checkPassword } from "./password-rules.ts";
import { join, type Person, personOf, programOf } from "./people.ts";
import { refused } from "./refused.ts";
import { attemptName, hashOf } from "./secrets.ts";
import { countAttempt, signInByPassword } from "./sign-in-by-password.ts";

/** Whom an invitation is for, and whether the person has an account already, whose password is asked for then. */
export interface Invitee extends Person {
  readonly hasAccount: boolean;
}

/** Looks at an invitation. Null where it is unknown, was used, is over, or its person may act no more. */
export async function inviteeOf(door: Door, token: string): Promise<Invitee | null> {
  const { gate, now } = door.settings;
  const invitation = await gate.signIn((session) => seeInvitation(session, hashOf(token), now()));
  if (!invitation) return null;
  const person = await personOf(gate, invitation.tenant, invitation.person);
  if (!person || person.email.toLowerCase() !== invitation.email) return null;
  const account = await gate.signIn((session) => accountUnder(session, person.email));
  return { ...person, hasAccount: account !== null };
}

/**
 * Accepts an invitation: a new account gets the password, an account that was there must prove its own. The invitation
 * is used up, the person joined to the account, and signed in.
 */
export async function acceptInvitation(
  door: Door,
  came: Came,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Response> {
  const invitee = await inviteeOf(door, token);
  if (!invitee) throw over();
  const { gate, now } = door.settings;
  if (invitee.hasAccount) await prove(door, came, { email: invitee.email, password });
  else checkPassword(password, [invitee.name, invitee.email]);
  const hash = invitee.hasAccount ? null : await door.library.hash(password);
  const used = await gate.signIn((session) => useInvitation(session, hashOf(token), now()));
  if (!used) throw over();
  const account = await accountFor(door, invitee, { used, hash });
  if (!(await join(gate, account, invitee)))
    throw refused("person-signs-in", "This person has another account already. Ask your administrator.");
  await gate.unit(programOf(invitee.tenant), (unit) =>
    auditSignIn(unit, {
      at: now(),
      by: invitee.person,
      subject: invitee.person,
      facts: { did: "invitation accepted" },
    }),
  );
  door.tell({
    what: "invitation used",
    tenant: invitee.tenant,
    person: invitee.person,
    account,
    address: came.address,
  });
  return signInByPassword(door, came, { email: invitee.email, password });
}

const over = (): ProblemError =>
  refused("invitation-over", "This invitation was used, is over, or never was. Ask your administrator for a new one.");

/** Proves the password of an account that is there; counted as an attempt to sign in. */
async function prove(door: Door, came: Came, { email, password }: { email: string; password: string }): Promise<void> {
  const { gate } = door.settings;
  await countAttempt(door, came, email);
  const account = await gate.signIn((session) => accountUnder(session, email));
  if (!account?.password || !(await door.library.matches(account.password, password)))
    throw refused("password-wrong", "You have an account under this address. Its password is another one.");
  await gate.signIn((session) => forgetAttempts(session, attemptName(email)));
}

async function accountFor(
  { settings }: Door,
  { name, email }: Invitee,
  { used, hash }: { used: Invitation; hash: string | null },
): Promise<string> {
  const { gate } = settings;
  const there = await gate.signIn((session) => accountUnder(session, email));
  if (there) return there.id;
  const id = newId();
  const proven = { email: used.provesEmail };
  const password = hash ?? "";
  await gate.signIn((session) => addAccount(session, { id, credential: newId(), name, email, proven, password }));
  return id;
}
