/** HTML that is safe to send: every string that went into it was escaped. */
export interface Markup {
  readonly markup: string;
}

export type Content = string | number | Markup | null | readonly Content[];

/** A template of HTML; what stands in it is escaped unless it is markup itself. Nothing stands for null. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const text = parts.reduce((sum, part, index) => sum + write(values[index - 1] ?? null) + part);
  return { markup: text };
}

/** Text made here and not by a user, such as a style sheet, taken as it is. */
export const trusted = (markup: string): Markup => ({ markup });

export const nothing: Markup = trusted("");

/** Characters that mean something in HTML, in text and between quotes of either kind. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function write(value: Content): string {
  if (value === null) return "";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return "markup" in value ? value.markup : value.map(write).join("");
}
