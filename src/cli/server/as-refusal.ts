import { ApiProblem } from "../../api/client/problem-error.ts";
import { Refusal } from "../../wire/refusal.ts";

/** What went wrong between here and a server, as a sentence with the way out; what is no such thing stays what it is. */
export function asRefusal(error: unknown, url: string): unknown {
  if (error instanceof ApiProblem) return new Refusal(error.code, sentenceOf(error, url));
  if (error instanceof TypeError && error.message === "fetch failed") {
    const because = error.cause instanceof Error ? causeOf(error.cause) : "";
    return new Refusal("server-away", `Nobody answers at ${url}${because}. Is the server open, and the address right?`);
  }
  return error;
}

function sentenceOf({ status, code, message, problem }: ApiProblem, url: string): string {
  if (status === 401)
    return `${url} does not know this key: it is wrong, was removed, or its time is over. Make a new one and set UNDERPIN_KEY.`;
  if (code === "no-problem") return `${message} Is ${url} the address of an Underpin server?`;
  const [inAll, more] = [problem.detail, problem.errors ?? []];
  return [inAll, ...more.map(({ detail, member, pointer }) => `- ${member ?? pointer ?? ""}: ${detail}`)].join("\n");
}

const causeOf = (cause: Error): string => ("code" in cause ? ` (${String(cause.code)})` : "");
