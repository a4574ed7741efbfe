import { daysInMonth } from "../../../engine/time/civil.ts";
import { got, type Read, refused, scalar } from "../read.ts";

const weekday = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
const month = `(?:${months.join("|")})`;
const nth = "(?:[1-9]|[1-9]\\d|[1-3]\\d\\d)(?:st|nd|rd|th)";

const forms = [
  new RegExp(`^${weekday}$`),
  new RegExp(`^(?:${nth}|last) ${weekday}$`),
  new RegExp(`^(?:[1-9]|[12]\\d|3[01]) ${month}$`),
  new RegExp(`^(?:${nth}|last) (?:business day|day)$`),
];

/** A day that returns: `Wednesday`, `2nd Sunday`, `last Friday`, `15 October`, `8th business day`, `15th day`. */
export function readRecurring(text: string): Read<string> {
  if (forms.some((form) => form.test(text)) && !isNoDate(text)) return got(text);
  return refused(
    "day-unreadable",
    `'${text}' is not a day that returns.`,
    "Write Wednesday, 2nd Sunday, last Friday, 15 October or 8th business day.",
  );
}

/** `31 June` is well written, but no year has it. */
function isNoDate(text: string): boolean {
  const [day, name] = text.split(" ");
  const index = months.indexOf(name ?? "");
  return index >= 0 && Number(day) > daysInMonth(2024, index + 1);
}

export const recurring = scalar(readRecurring, "Wednesday, 2nd Sunday, last Friday, 15 October, 8th business day");
