import type { Instant } from "../../engine/time/instant.ts";

/** A length of time as a board shows it: `2 d 04 h`, `3 h 05 min`, `12 min`, `45 s`. */
export function lengthWords(seconds: number): string {
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days} d ${two(hours)} h`;
  if (hours > 0) return `${hours} h ${two(minutes)} min`;
  return minutes > 0 ? `${minutes} min` : `${seconds} s`;
}

/** An instant as everybody reads it: `2026-03-02 09:00 UTC`. */
export const instantWords = (at: Instant | number): string =>
  `${new Date(at * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;

const two = (number: number): string => String(number).padStart(2, "0");
