import { ProblemError } from "../reply/problem.ts";

/** Gives up waiting after so many seconds; what was begun still ends by itself. */
export async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(tooSlow(seconds)), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const tooSlow = (seconds: number): ProblemError =>
  new ProblemError(503, "too-slow", {
    detail: `There was no answer within ${seconds} seconds. Ask again, writes with the same Idempotency-Key.`,
    headers: { "retry-after": "5" },
  });
