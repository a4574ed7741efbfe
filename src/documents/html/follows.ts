import type { FollowLine } from "../../engine/report/follow-line.ts";
import type { Report } from "../../engine/report/report.ts";
import { capital } from "../../engine/report/words/list.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { anchorOf, figure, name } from "./text.ts";

/** What the agreed triggers open because of this period, each with its reason in a sentence. */
export function follows({ triggers = [] }: Report): Markup {
  if (triggers.length === 0) return nothing;
  return html`<section class="card attention" aria-labelledby="follows"><h2 id="follows">What follows <span class="side">as agreed, from this period and those before it</span></h2><ul>${triggers.map(item)}</ul></section>`;
}

const item = (line: FollowLine): Markup =>
  html`<li><div>${capital(line.opens)}</div><div>${subject(line)}<p>${name(line.title)}. ${figure(line.reason)}</p></div></li>`;

/** The level, with a link to its section; a credit plan has none. */
function subject({ agreement, level, levelTitle, group }: FollowLine): Markup {
  const title = html`${name(levelTitle)}${group === null ? nothing : html`, ${name(group)}`}`;
  return level === null ? title : html`<a href="#${anchorOf({ agreement, id: level, group })}">${title}</a>`;
}
