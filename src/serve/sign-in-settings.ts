import type { SignInSettings } from "../api/sign-in/settings.ts";
import type { Gate } from "../store/gate.ts";
import { mailBy } from "./mail.ts";
import { keptSecret } from "./secret.ts";
import type { Serving } from "./serve.ts";

/** What sign-in is opened with, from the configuration. */
export async function signInSettings({ config, log, now }: Serving, gate: Gate): Promise<SignInSettings> {
  const mail = mailBy(config.mail);
  return {
    ...{ gate, now, baseUrl: config.url, proxies: config.proxies },
    secret: config.secret ?? (await keptSecret(config.folder)),
    sso: config.sso.map(({ domains, ...one }) => ({ ...one, allowedDomains: domains })),
    tell: (event) => log.info(event, "sign-in"),
    ...(mail ? { mail } : {}),
  };
}
