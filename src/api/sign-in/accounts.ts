import { sweepSignIn } from "../../store/sign-in/limits.ts";
import { authenticate } from "./authenticate.ts";
import type { Caller } from "./caller.ts";
import { type Door, openDoor } from "./door.ts";
import type { SignInSettings } from "./settings.ts";

/** The accounts of all who may sign in. */
export interface Accounts {
  /** Who sends a request; null for nobody. Refuses a change that a page of another origin asks for. */
  readonly authenticate: (request: Request) => Promise<Caller | null>;
  /** Removes what counts no more: ended sessions, old counts and codes. Once an hour is often enough. */
  readonly sweep: () => Promise<void>;
  /** What the routes share. */
  readonly door: Door;
}

/** Opens the accounts on a database whose tables are there. No identity provider is asked before somebody needs it. */
export function openAccounts(settings: SignInSettings): Accounts {
  const door = openDoor(settings);
  return {
    door,
    authenticate: (request) => authenticate(door, request),
    sweep: () => settings.gate.signIn((session) => sweepSignIn(session, settings.now())),
  };
}
