/** Guesses at what a tool's words mean; each is marked as a guess in the proposal. */

/** A state of the format for a tool's word; null where nothing suggests one. */
export function guessState(word: string): string | null {
  const plain = word.toLowerCase();
  const found = states.find(([pattern]) => pattern.test(plain));
  if (!found) return null;
  return found[1] === "waiting" ? `{waiting: ${guessReason(plain)}}` : found[1];
}

const states: readonly (readonly [RegExp, string])[] = [
  [/awaiting assignment|unassigned|queued/, "new"],
  [/cancel|reject|withdrawn|void|deleted/, "cancelled"],
  [/merged|duplicate/, "merged"],
  [/await|wait|pending|hold|suspend|stalled/, "waiting"],
  [/clos|archiv/, "closed"],
  [/resolv|solved|fixed|complet|done|fulfil|in call/, "resolved"],
  [/progress|active|assigned|working|accepted|investigat|monitor|identified|planned|processing|update/, "in progress"],
  [/new|open|logged|registered|submitted|to do|scheduled|backlog/, "new"],
];

function guessReason(plain: string): string {
  const reasons: readonly (readonly [RegExp, string])[] = [
    [/evidence/, "client-evidence"],
    [/user|customer|client|caller|requester|reporter/, "client-answer"],
    [/vendor|supplier|third|external|provider/, "vendor"],
    [/problem/, "problem"],
    [/change|implement|release/, "change"],
    [/approv/, "approval"],
  ];
  return reasons.find(([pattern]) => pattern.test(plain))?.[1] ?? "not-said";
}

/** `P1` to `P5` for the word of a priority; null where nothing suggests one. */
export function guessPriority(word: string): string | null {
  const named = priorities.find(([pattern]) => pattern.test(word))?.[1];
  const digit = /^\s*(?:p|prio(?:rity)?|sev(?:erity)?)?\s*-?\s*([1-5])\b/i.exec(word)?.[1];
  return named ?? (digit === undefined ? null : `P${digit}`);
}

const priorities: readonly (readonly [RegExp, string])[] = [
  [/critical|urgent|highest|major|blocker|very high|emergency/i, "P1"],
  [/high/i, "P2"],
  [/medium|moderate|normal/i, "P3"],
  [/lowest|very low|planning/i, "P5"],
  [/low|minor/i, "P4"],
];

/** How an outage's impact counts. */
export function guessImpact(word: string): string {
  if (/critical|major|down|full|outage/i.test(word)) return "down";
  if (/minor|partial|degrad/i.test(word)) return "degraded";
  return word.toLowerCase();
}

/** Whether a tool's own verdict says in time or late. */
export function guessFlag(word: string): string | null {
  if (/^(true|yes|1|met|on ?time|within|achieved|in time)/i.test(word)) return "in time";
  return /^(false|no|0|miss|over|breach|late|violated)/i.test(word) ? "late" : null;
}
