import { html } from "../../../documents/html/markup.ts";
import type { Invitee } from "../accept-invitation.ts";
import { complaint, field, page } from "./layout.ts";
import { newPassword } from "./sign-in-page.ts";

export const invitationPage = (invitee: Invitee, error: string | null): string =>
  page(
    `Welcome, ${invitee.name}`,
    invitee.hasAccount
      ? html`<p>You have an account as ${invitee.email} already. Enter its password, and this invitation joins it.</p>`
      : html`<p>You will sign in as ${invitee.email}. Choose a password.</p>`,
    complaint(error),
    html`<form method="post"><input type="hidden" name="email" autocomplete="username" value="${invitee.email}">
${invitee.hasAccount ? field({ label: "Password", name: "password", type: "password", autocomplete: "current-password" }) : newPassword}
<button>${invitee.hasAccount ? "Join" : "Set the password"}</button></form>`,
  );
