import { html } from "../../../documents/html/markup.ts";
import type { SingleSignOn } from "../settings.ts";
import { carried, complaint, field, page } from "./layout.ts";

/** What the page of signing in shows. */
export interface SignInView {
  readonly error: string | null;
  readonly email: string;
  readonly next: string;
  readonly sso: readonly SingleSignOn[];
  readonly forgotten: "by mail" | "ask the administrator";
}

export const signInPage = ({ error, email, next, sso, forgotten }: SignInView): string =>
  page(
    "Sign in",
    complaint(error),
    html`<form method="post" action="/sign-in">${carried("next", next)}
${field({ label: "E-mail address", name: "email", type: "email", autocomplete: "username", value: email })}
${field({ label: "Password", name: "password", type: "password", autocomplete: "current-password" })}
<button>Sign in</button></form>`,
    sso.length > 0 ? html`<hr>` : null,
    sso.map(
      ({ id, title }) =>
        html`<form method="post" action="/sign-in/with/${encodeURIComponent(id)}">${carried("next", next)}<button class="second">Sign in with ${title}</button></form>`,
    ),
    html`<hr>`,
    forgotten === "by mail"
      ? html`<p><a href="/forgotten">Forgotten your password?</a></p>`
      : html`<p>Forgotten your password, or no account yet? Ask your administrator for an invitation.</p>`,
  );

export const secondFactorPage = ({ error, next }: { error: string | null; next: string }): string =>
  page(
    "Second factor",
    html`<p>Enter the six digits that your authenticator app shows now.</p>`,
    complaint(error),
    html`<form method="post" action="/second-factor">${carried("next", next)}${carried("kind", "totp")}
${field({ label: "Code", name: "code", type: "text", autocomplete: "one-time-code", numeric: true })}
<button>Go on</button></form>
<hr><form method="post" action="/second-factor">${carried("next", next)}${carried("kind", "backup")}
${field({ label: "Backup code", name: "code", type: "text", autocomplete: "off", hint: "If the app is not at hand. Each works once." })}
<button class="second">Use a backup code</button></form>`,
  );

export const forgottenPage = (): string =>
  page(
    "Forgotten password",
    html`<p>We send a link to this address, if somebody signs in with it.</p>
<form method="post" action="/forgotten">${field({ label: "E-mail address", name: "email", type: "email", autocomplete: "username" })}
<button>Send the link</button></form><hr><p><a href="/sign-in">Back to sign in</a></p>`,
  );

export const newPasswordPage = ({ error, token }: { error: string | null; token: string }): string =>
  page(
    "A new password",
    complaint(error),
    html`<form method="post" action="/new-password">${carried("token", token)}${newPassword}<button>Set the password</button></form>`,
  );

/** The field of a password that is to be made. */
export const newPassword = field({
  label: "New password",
  name: "password",
  type: "password",
  autocomplete: "new-password",
  hint: "At least 12 characters. Three or four unrelated words do well.",
});

/** A page that only says something, and where to go from it. */
export const notePage = (title: string, text: string): string =>
  page(title, html`<p>${text}</p><p><a href="/sign-in">To sign in</a></p>`);
