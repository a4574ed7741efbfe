import { STATUS_CODES } from "node:http";

/** One thing wrong with a request, and where: a JSON pointer into the body, or the name of a member of path or query. */
export interface Complaint {
  readonly code: string;
  readonly detail: string;
  readonly pointer?: string;
  readonly member?: string;
}

/** A problem as RFC 9457 writes it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** The id of the request, by which the log knows it. */
  readonly instance: string;
  /** What the detail is made of. */
  readonly facts?: Facts;
  readonly errors?: readonly Complaint[];
}

type Facts = Readonly<Record<string, unknown>>;

/** A request that ends with a problem. Thrown by whatever finds it, translated in one place. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly complaints: readonly Complaint[];
  readonly facts: Facts;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, more: ProblemParts) {
    super(more.detail);
    this.status = status;
    this.code = code;
    this.complaints = more.complaints ?? [];
    this.facts = more.facts ?? {};
    this.headers = more.headers ?? {};
  }
}

interface ProblemParts {
  readonly detail: string;
  readonly complaints?: readonly Complaint[];
  readonly facts?: Facts;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem as a response. */
export function problemResponse(error: ProblemError, request: string): Response {
  const problem: Problem = {
    type: `/problems/${error.code}`,
    title: titleOf(error),
    status: error.status,
    detail: error.message,
    code: error.code,
    instance: request,
    ...(Object.keys(error.facts).length > 0 ? { facts: error.facts } : {}),
    ...(error.complaints.length > 0 ? { errors: error.complaints } : {}),
  };
  return new Response(JSON.stringify(problem), {
    status: error.status,
    headers: { ...error.headers, "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

/** The code in words; of faults the usual words of the status, which tell nothing. */
function titleOf({ status, code }: ProblemError): string {
  if (status === 500) return STATUS_CODES[500] ?? "";
  const words = code.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const notFound = (): ProblemError =>
  new ProblemError(404, "not-found", { detail: "There is nothing here that you may see." });
