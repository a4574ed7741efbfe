import { beginAttempt, forgetAttempts, takeBackAttempt } from "../../store/sign-in/attempts.ts";
import type { ProblemError } from "../reply/problem.ts";
import { askLibrary, type Came } from "./ask-library.ts";
import type { Door } from "./door.ts";
import { refused } from "./refused.ts";
import { attemptName } from "./secrets.ts";

/**
 * Signs in by e-mail address and password: the library's answer with the cookie of the session, or of the second factor
 * that it asks for. After too many failures the address is locked for a time that doubles, whether or not there is an
 * account of it: nobody learns from the answer who has one.
 */
export async function signInByPassword(
  door: Door,
  came: Came,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Response> {
  const { gate } = door.settings;
  await countAttempt(door, came, email);
  const response = await askLibrary(door, came, { path: "/sign-in/email", body: { email: email.trim(), password } });
  const name = attemptName(email);
  if (response.ok || response.status === 403) await gate.signIn((session) => forgetAttempts(session, name));
  else if (response.status !== 401) await gate.signIn((session) => takeBackAttempt(session, name));
  const what = response.ok ? "signed in" : "refused";
  door.tell({ what, address: came.address, detail: response.ok ? "password right" : `answer ${response.status}` });
  return response;
}

/** Counts an attempt against the lock of an e-mail address. Refused while it is locked. */
export async function countAttempt({ settings, rules, tell }: Door, { address }: Came, email: string): Promise<void> {
  const now = settings.now();
  const attempt = await settings.gate.signIn((session) =>
    beginAttempt(session, { email: attemptName(email), now, rule: rules.lock }),
  );
  if (attempt.may) return;
  tell({ what: "locked", address });
  throw locked(attempt.until - now);
}

/** Too many failures in a row: when it may be tried again. */
function locked(seconds: number): ProblemError {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  const detail = `Too many failed attempts. Try again in ${wait}, or ask your administrator to unlock the account.`;
  return refused("account-locked", detail, seconds);
}
