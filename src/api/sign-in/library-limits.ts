import { countRequest } from "../../store/sign-in/limits.ts";
import { hashOf } from "./secrets.ts";
import type { SignInRules, SignInSettings } from "./settings.ts";

/** How often the library's routes may be asked from one address, counted in the database for all servers. */
export const countFor = ({ gate, now, tell }: SignInSettings, { attemptsPerAddress }: SignInRules) => ({
  window: 60,
  max: 600,
  customRules: {
    "/sign-in/email": { window: 600, max: attemptsPerAddress },
    "/sign-in/social": { window: 600, max: attemptsPerAddress },
    "/two-factor/*": { window: 600, max: attemptsPerAddress },
    "/change-password": { window: 600, max: 20 },
    "/request-password-reset": { window: 3600, max: 10 },
    "/reset-password": { window: 600, max: 20 },
  },
  customStorage: {
    consume: async (key: string, limit: { window: number; max: number }) => {
      const wait = await gate.signIn((session) => countRequest(session, { key: hashOf(key), limit, now: now() }));
      if (wait !== null) tell?.({ what: "too many requests", detail: key.split("|").at(-1) ?? "" });
      return { allowed: wait === null, retryAfter: wait };
    },
  },
});
