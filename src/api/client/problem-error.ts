import type { Problem } from "../reply/problem.ts";

/** A request that was refused, or that failed: the problem as the server wrote it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.status = problem.status;
    this.code = problem.code;
    this.problem = problem;
  }
}

/** The problem of an answer that is none: of something between here and the server, perhaps. */
export async function problemIn(answer: Response): Promise<ApiProblem> {
  const text = await answer.text();
  const instance = answer.headers.get("x-request-id") ?? "";
  const { status } = answer;
  const plain = {
    type: "about:blank",
    title: answer.statusText,
    status,
    detail: `The server answered ${status}.`,
    code: "no-problem",
    instance,
  };
  const isProblem = (answer.headers.get("content-type") ?? "").startsWith("application/problem+json");
  return new ApiProblem(isProblem ? (JSON.parse(text) as Problem) : plain);
}
