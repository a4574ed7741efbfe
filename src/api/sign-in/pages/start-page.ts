import { html } from "../../../documents/html/markup.ts";
import { monthPage } from "../../pages/month-pages.ts";
import type { Caller } from "../caller.ts";
import { carried, complaint, field, page } from "./layout.ts";

/** A contract as the start page lists it. */
export interface ListedContract {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  /** The latest months first, each with the answer of its report in a sentence. */
  readonly months: readonly { readonly period: string; readonly answer: string }[];
}

export const startPage = (caller: Caller, contracts: readonly ListedContract[]): string =>
  page(
    "Contracts",
    html`<div class="who wide"><p>${caller.name} · ${caller.email}</p>
<form method="post" action="/sign-out"><button class="plain">Sign out</button></form></div>`,
    contracts.length === 0
      ? html`<p>There is no contract that you may see yet.</p>`
      : html`${contracts.map(contractList)}`,
    html`<h2>Second factor</h2>`,
    caller.hasSecondFactor
      ? html`<p>On. You are asked for a code of your authenticator app when you sign in.</p>`
      : html`<p>Off. With it a stolen password opens nothing. <a href="/second-factor/set-up">Set it up</a></p>`,
    html`<h2>Programs</h2><p>The API begins at <a href="/api/v1/me">/api/v1</a>, described in
<a href="/api/v1/openapi.json">openapi.json</a>.</p>`,
  );

const contractList = ({ id, title, state, months }: ListedContract) =>
  html`<h2>${title} <small>${state}</small></h2>${
    months.length === 0
      ? html`<p>No month has been measured yet.</p>`
      : html`<ul>${months.map(
          ({ period, answer }) =>
            html`<li class="month"><a href="${monthPage(id, period)}">${period}</a><span>${answer}</span></li>`,
        )}</ul>`
  }`;

export const setUpPage = (error: string | null): string =>
  page(
    "Set up a second factor",
    html`<p>You need an authenticator app. Enter your password to begin.</p>`,
    complaint(error),
    html`<form method="post" action="/second-factor/set-up">
${field({ label: "Password", name: "password", type: "password", autocomplete: "current-password" })}
<button>Begin</button></form><hr><p><a href="/">Not now</a></p>`,
  );

/** Shown once: the key for the app, and the codes for when it is lost. */
export const confirmPage = ({
  uri,
  codes,
  error,
}: {
  uri: string;
  codes: readonly string[];
  error: string | null;
}): string =>
  page(
    "Set up a second factor",
    html`<p>1. Add an account to your app with this key, or <a href="${uri}">open the app with it</a>:</p>
<p><code>${URL.parse(uri)?.searchParams.get("secret") ?? ""}</code></p>
<p>2. Keep these backup codes where you find them without your phone. Each works once, and they are not shown again.</p>
<p class="codes">${codes.map((code) => html`<code>${code}</code>`)}</p>
<p>3. Enter the six digits that the app shows.</p>`,
    complaint(error),
    html`<form method="post" action="/second-factor/confirm">${carried("uri", uri)}${codes.map((code) => carried("codes", code))}
${field({ label: "Code", name: "code", type: "text", autocomplete: "one-time-code", numeric: true })}
<button>Turn it on</button></form>`,
  );
