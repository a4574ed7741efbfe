import type { LevelReport } from "../../engine/report/report.ts";
import { html, type Markup } from "./markup.ts";

/** The id of a level's section in the page; made of the ids of the agreement, so it never changes. */
export function anchorOf({ agreement, id, group }: Pick<LevelReport, "agreement" | "id" | "group">): string {
  const parts = group === null ? [agreement, id] : [agreement, id, group];
  return parts.map((part) => part.replace(/[^\p{L}\p{N}-]+/gu, "-")).join("--");
}

/** A name that a user wrote, set apart so that its direction does not turn the line around it. */
export const name = (text: string): Markup => html`<bdi>${text}</bdi>`;

export const titleOf = ({ title, group }: Pick<LevelReport, "title" | "group">): Markup =>
  group === null ? name(title) : html`${name(title)}<span class="group">${name(group)}</span>`;

/** A figure whose number and unit stay on one line. */
export const figure = (text: string): string => text.replace(/(\d) (?=[%\d]|h\b|min\b|s\b)/g, "$1\u00a0");

/** `1 274`: thousands are set apart, and stay on one line. */
export const count = (size: number): string => String(size).replace(/\B(?=(\d{3})+$)/g, "\u00a0");

/** A number for an attribute of a drawing, with one decimal. */
export const at = (value: number): string => String(Math.round(value * 10) / 10);

/** `2026-03-01` as `1 March 2026`. */
export function longDate(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

const months = "January February March April May June July August September October November December".split(" ");
