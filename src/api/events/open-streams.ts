import { ProblemError } from "../reply/problem.ts";

/** Counts the streams that are open in this process, so that nobody opens more than their share. */
export interface Streams {
  /** Counts one more of a person; refused at the limit. The answer counts it out again. */
  readonly enter: (person: string, most: number) => () => void;
}

export function openStreams(): Streams {
  const open = new Map<string, number>();
  return {
    enter: (person, most) => {
      const now = open.get(person) ?? 0;
      if (now >= most)
        throw new ProblemError(429, "too-many-streams", {
          detail: `You have ${most} streams open. Close one of them first.`,
        });
      open.set(person, now + 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        const rest = (open.get(person) ?? 1) - 1;
        if (rest > 0) open.set(person, rest);
        else open.delete(person);
      };
    },
  };
}
