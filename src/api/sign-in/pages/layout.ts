import { createHash } from "node:crypto";
import { type Content, html, trusted } from "../../../documents/html/markup.ts";
import { tokens } from "../../../documents/html/style/tokens.ts";

/** A page of its own: a title, and what stands below it. */
export function page(title: string, ...content: readonly Content[]): string {
  const { markup } = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Underpin</title><style>${trusted(look)}</style></head>
<body><main><p class="brand">Underpin</p><h1>${title}</h1>${[...content]}</main></body></html>`;
  return markup;
}

/** What went wrong, read out at once by whoever reads the page aloud; nothing where nothing did. */
export const complaint = (text: string | null): Content =>
  text === null ? null : html`<p class="complaint" role="alert">${text}</p>`;

/** A field of a form with its label above. */
export const field = ({ label, hint, ...input }: Field): Content => html`<label for="${input.name}">${label}</label>
${hint ? html`<small id="${input.name}-hint">${hint}</small>` : null}
<input id="${input.name}" name="${input.name}" type="${input.type}" autocomplete="${input.autocomplete}" required value="${input.value ?? ""}"${
  hint ? html` aria-describedby="${input.name}-hint"` : null
}${input.numeric ? html` inputmode="numeric"` : null}>`;

interface Field {
  readonly label: string;
  readonly name: string;
  readonly type: "email" | "password" | "text";
  readonly autocomplete: string;
  readonly hint?: string;
  readonly value?: string;
  readonly numeric?: true;
}

/** What a form carries along. */
export const carried = (name: string, value: string): Content =>
  html`<input type="hidden" name="${name}" value="${value}">`;

const style = `*{box-sizing:border-box;margin:0}
html{background:var(--page);color:var(--ink);font:400 15px/23px "Inter Variable",Inter,system-ui,"Segoe UI","Noto Sans",sans-serif;-webkit-text-size-adjust:100%}
body{min-height:100vh;display:grid;align-items:start;justify-items:center;padding:min(14vh,120px) 16px 48px}
main{width:100%;max-width:376px;overflow-wrap:anywhere}main:has(.wide){max-width:720px}
.brand{font-weight:600;font-size:13px;color:var(--muted);margin-bottom:24px}
h1{font-size:22px;line-height:29px;font-weight:600;letter-spacing:-.01em;margin-bottom:8px;text-wrap:balance}
h2{font-size:15px;line-height:22px;font-weight:600;margin:28px 0 4px}h2 small{display:inline;font-weight:400;margin-left:8px}
li.month{justify-content:flex-start;flex-wrap:nowrap}li.month a{flex:none;font-variant-numeric:tabular-nums}
p{color:var(--muted);margin-bottom:12px;text-wrap:pretty}
form{margin:16px 0 0}label{display:block;font-weight:550;margin-top:16px}small{display:block;font-size:13px;line-height:18px;color:var(--muted)}
input:not([type=hidden]){width:100%;margin-top:4px;padding:9px 11px;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--muted);border-radius:6px}
button{width:100%;min-height:42px;margin-top:20px;padding:8px 14px;font:inherit;font-weight:550;color:var(--page);background:var(--ink);border:1px solid var(--ink);border-radius:6px;cursor:pointer}
button.second{color:var(--ink);background:var(--surface);border-color:var(--line2);margin-top:8px}
button.plain{width:auto;min-height:0;margin:0;padding:4px 10px;font-size:13px;color:var(--ink);background:none;border-color:var(--line2)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
a{color:var(--accent)}.complaint{color:var(--ink);border-left:3px solid var(--miss);padding:4px 0 4px 12px;margin:16px 0 0}
hr{border:0;border-top:1px solid var(--line2);margin:24px 0 16px}
ul{list-style:none;padding:0}li{padding:9px 0;border-bottom:1px solid var(--line);display:flex;justify-content:space-between;gap:16px;flex-wrap:wrap}li span{color:var(--muted)}
.who{display:flex;justify-content:space-between;align-items:baseline;gap:16px;flex-wrap:wrap;margin-bottom:24px}.who p,.who form{margin:0}
code{font:500 14px/22px ui-monospace,"DejaVu Sans Mono",monospace;color:var(--ink)}.codes{columns:2;margin:8px 0}.codes code{display:block}`;

const look = tokens + style;

/** The style sheet of the pages as their content policy names it. */
export const lookHash = `sha256-${createHash("sha256").update(look).digest("base64")}`;
