import { ProblemError } from "../reply/problem.ts";

/** What sign-in refuses, and the status of the answer. */
const statuses = {
  "foreign-origin": 403,
  "administrator-only": 403,
  "session-needed": 403,
  "not-signed-in": 401,
  "password-wrong": 403,
  "password-too-short": 422,
  "password-too-long": 422,
  "password-too-common": 422,
  "input-refused": 422,
  "unknown-person": 404,
  "unknown-key": 404,
  "unknown-session": 404,
  "person-signs-in": 409,
  "invitation-over": 410,
  "account-locked": 429,
  "too-many-requests": 429,
} as const;

/** A rule of sign-in that said no; where waiting helps, for how many seconds. */
export const refused = (code: keyof typeof statuses, detail: string, seconds?: number): ProblemError =>
  new ProblemError(statuses[code], code, {
    detail,
    ...(seconds === undefined ? {} : { headers: { "retry-after": String(seconds) } }),
  });
