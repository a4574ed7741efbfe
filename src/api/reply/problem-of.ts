import { Refusal } from "../../wire/refusal.ts";
import { ProblemError } from "./problem.ts";
import { statusOf } from "./status-of.ts";

/** The one place where errors become problems. What is no refusal is our fault: its text stays in the log. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof Refusal) {
    const { code, message, facts } = error;
    return new ProblemError(statusOf(code), code, { detail: message, facts });
  }
  return ofDatabase(codeOf(error)) ?? new ProblemError(500, "fault", { detail: "Something went wrong on our side." });
}

const codeOf = (error: unknown): string => {
  const code = error !== null && typeof error === "object" && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
};

/** What a database says when two come at the same time, or when it cannot be reached for a while. */
function ofDatabase(code: string): ProblemError | null {
  if (code === "23505")
    return new ProblemError(409, "already-there", {
      detail: "Another request has just written the same. Read it and decide anew.",
    });
  if (["40001", "40P01", "55P03"].includes(code))
    return new ProblemError(503, "busy", {
      detail: "Others changed the same at this moment. Send it again.",
      headers: soon,
    });
  if (["ECONNREFUSED", "ECONNRESET", "57P01", "57P03", "53300"].includes(code))
    return new ProblemError(503, "database-away", {
      detail: "The database cannot be reached. Send it again in a moment.",
      headers: soon,
    });
  return null;
}

const soon = { "retry-after": "1" };
