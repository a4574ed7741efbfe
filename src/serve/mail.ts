import { createTransport } from "nodemailer";
import type { Mail } from "../api/sign-in/settings.ts";
import type { Config } from "../config.ts";

/** Sends mail by the SMTP server of the configuration; null where none is named. */
export function mailBy(mail: Config["mail"]): ((message: Mail) => Promise<void>) | null {
  if (mail === null) return null;
  const transport = createTransport(mail.url, { from: mail.from });
  return async ({ to, subject, text }) => {
    await transport.sendMail({ to, subject, text });
  };
}
