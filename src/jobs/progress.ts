import type { WorkMoved } from "../store/works/move-work.ts";

/** How often progress is written at most, in seconds. */
const pace = 1;

interface Progressing {
  readonly id: string;
  readonly now: () => number;
  readonly save: (moved: WorkMoved) => Promise<void>;
  readonly onFault: (error: Error) => void;
}

/** Writes progress beside the work, never waiting for it and once a second at most; `end` waits for what is under way. */
export function progressOf({ id, now, save, onFault }: Progressing): {
  readonly say: (done: number, total: number, message: string) => void;
  readonly end: () => Promise<void>;
} {
  let last = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> | null = null;
  return {
    say: (done, total, message) => {
      const at = now();
      if (writing || at < last + pace) return;
      last = at;
      writing = save({ id, state: "running", done, total, message })
        .catch(onFault)
        .finally(() => {
          writing = null;
        });
    },
    end: async () => {
      await writing;
    },
  };
}
