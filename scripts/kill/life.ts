import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Ask, Place, Told } from "./asks.ts";

/** One life of the server under test. */
export interface Life {
  /** False where it died before it served. */
  readonly ready: Promise<boolean>;
  /** What it answered; undefined where it died before it did. */
  readonly ask: (ask: Ask) => Promise<unknown>;
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
  const heard = (is: Told["is"]): Promise<Told | undefined> =>
    new Promise((done) => {
      const listen = (told: Told): void => {
        if (told.is !== is) return;
        child.off("message", listen);
        done(told);
      };
      child.on("message", listen);
      void over.then(() => done(undefined));
    });
  return {
    ready: heard("ready").then((told) => told !== undefined),
    ask: (ask) => asked(child, ask, heard("answer")),
    isOver: () => ended,
    over,
    kill: () => void child.kill("SIGKILL"),
    faults: () => faults,
  };
}

async function asked(child: ChildProcess, ask: Ask, answer: Promise<Told | undefined>): Promise<unknown> {
  if (!child.connected) return undefined;
  child.send(ask, () => {});
  const told = await answer;
  return told?.is === "answer" ? told.value : undefined;
}
