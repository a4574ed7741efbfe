import { type Library, openLibrary } from "./library.ts";
import { type SignInEvent, type SignInRules, type SignInSettings, usualRules } from "./settings.ts";

/** What the parts of sign-in share. */
export interface Door {
  readonly settings: SignInSettings;
  readonly rules: SignInRules;
  readonly origin: string;
  readonly library: Library;
  /** The library with the identity providers; apart, since nobody else shall wait for those. */
  readonly withProviders: (wanted: string) => Promise<Library>;
  readonly tell: (event: SignInEvent) => void;
}

/** Opens the door. An identity provider that did not answer is asked again when somebody wants to sign in by it. */
export function openDoor(settings: SignInSettings): Door {
  const { secret, baseUrl, sso, now } = settings;
  if (secret.length < 32) throw new Error("the secret of sign-in has at least 32 characters");
  const rules = { ...usualRules, ...settings.rules };
  let known: { readonly library: Library; readonly since: number } | null = null;
  return {
    settings,
    rules,
    origin: new URL(baseUrl).origin,
    library: openLibrary(settings, rules, []),
    withProviders: async (wanted) => {
      known ??= { library: openLibrary(settings, rules, sso), since: now() };
      if (!sso.some(({ id }) => id === wanted) || (await known.library.knows(wanted))) return known.library;
      if (now() - known.since >= 10) known = { library: openLibrary(settings, rules, sso), since: now() };
      return known.library;
    },
    tell: settings.tell ?? (() => {}),
  };
}
