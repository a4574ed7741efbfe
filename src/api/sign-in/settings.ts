import type { Gate } from "../../store/gate.ts";
import type { LockRule } from "../../store/sign-in/attempts.ts";

/** An identity provider that speaks OpenID Connect. */
export interface SingleSignOn {
  /** Its name in addresses: `/api/auth/callback/<id>` is where it sends people back to. */
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whose e-mail addresses it may vouch for; without, any address of a person who is expected. */
  readonly allowedDomains?: readonly string[];
}

/** A mail to one person, in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What happened at the door, for the log. It names accounts and addresses of the network, never a secret. */
export interface SignInEvent {
  readonly what:
    | "signed in"
    | "refused"
    | "locked"
    | "unlocked"
    | "too many requests"
    | "foreign origin"
    | "second factor used twice"
    | "invitation made"
    | "invitation used"
    | "key made"
    | "key removed"
    | "sessions ended"
    | "fault";
  readonly account?: string;
  readonly person?: string;
  readonly tenant?: string;
  readonly address?: string;
  readonly detail?: string;
}

/** What sign-in is opened with. */
export interface SignInSettings {
  readonly gate: Gate;
  /** `https://underpin.example`: where people reach the server; the only origin that may send its cookies. */
  readonly baseUrl: string;
  /** At least 32 characters; whoever has it can forge sessions. */
  readonly secret: string;
  readonly sso: readonly SingleSignOn[];
  readonly mail?: (mail: Mail) => Promise<void>;
  /** Seconds since 1970. */
  readonly now: () => number;
  readonly tell?: (event: SignInEvent) => void;
  /** How many proxies stand in front and add to X-Forwarded-For; 0: the header is not believed. */
  readonly proxies?: number;
  readonly rules?: Partial<SignInRules>;
}

/** The times and counts of sign-in. */
export interface SignInRules {
  /** Seconds after which an unused session ends, and after which any session ends. */
  readonly idleSeconds: number;
  readonly absoluteSeconds: number;
  readonly lock: LockRule;
  readonly invitationSeconds: number;
  /** Requests a minute of one key. */
  readonly keyRequests: number;
  /** Attempts to sign in from one address of the network in ten minutes. */
  readonly attemptsPerAddress: number;
}

export const usualRules: SignInRules = {
  idleSeconds: 3600,
  absoluteSeconds: 86_400,
  lock: { failures: 10, firstSeconds: 60, mostSeconds: 3600 },
  invitationSeconds: 72 * 3600,
  keyRequests: 1200,
  attemptsPerAddress: 100,
};
