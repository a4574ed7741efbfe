import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Ask, Phase, Place, Told } from "./asks.ts";

/** One life of the server under test. */
export interface Life {
  /** False where it died before it served. */
  readonly ready: Promise<boolean>;
  /** What it answered; undefined where it died before it did. */
  readonly ask: (ask: Ask) => Promise<unknown>;
  /** When it comes to a phase for the next time, or ends. */
  readonly until: (phase: Phase) => Promise<void>;
  /** What it is at. */
  readonly at: () => readonly Phase[];
  readonly isOver: () => boolean;
  readonly over: Promise<void>;
  readonly kill: () => void;
  /** What it wrote about its faults. */
  readonly faults: () => string;
}

export function begin(place: Place): Life {
  const child = fork(join(import.meta.dirname, "child.ts"), [JSON.stringify(place)], {
    stdio: ["ignore", "inherit", "pipe", "ipc"],
    execArgv: [],
  });
  let ended = false;
  let faults = "";
  child.stderr?.on("data", (piece: Buffer) => {
    faults = (faults + piece.toString()).slice(-8000);
  });
  const over = new Promise<void>((done) =>
    child.once("exit", () => {
      ended = true;
      done();
    }),
  );
  const heard = (fits: (told: Told) => boolean): Promise<Told | undefined> =>
    new Promise((done) => {
      const listen = (told: Told): void => {
        if (!fits(told)) return;
        child.off("message", listen);
        done(told);
      };
      child.on("message", listen);
      void over.then(() => done(undefined));
    });
  const at = phasesOf(child);
  return {
    ready: heard(({ is }) => is === "ready").then((told) => told !== undefined),
    ask: (ask) =>
      asked(
        child,
        ask,
        heard(({ is }) => is === "answer"),
      ),
    until: async (phase) =>
      void (await heard((told) => told.is === "at" && told.phase === phase && told.on === "begin")),
    at,
    isOver: () => ended,
    over,
    kill: () => void child.kill("SIGKILL"),
    faults: () => faults,
  };
}

/** Keeps what the server says it is at. */
function phasesOf(child: ChildProcess): () => readonly Phase[] {
  const at = new Map<Phase, number>();
  child.on("message", (told: Told) => {
    if (told.is === "at") at.set(told.phase, (at.get(told.phase) ?? 0) + (told.on === "begin" ? 1 : -1));
  });
  return () => [...at].flatMap(([phase, times]) => (times > 0 ? [phase] : []));
}

async function asked(child: ChildProcess, ask: Ask, answer: Promise<Told | undefined>): Promise<unknown> {
  if (!child.connected) return undefined;
  child.send(ask, () => {});
  const told = await answer;
  return told?.is === "answer" ? told.value : undefined;
}
