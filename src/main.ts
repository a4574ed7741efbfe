#!/usr/bin/env node
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeDemo } from "../sim/write-demo.ts";
import type { Context } from "./cli/context.ts";
import { runProgram } from "./cli/program.ts";
import { progressBar, silentProgress } from "./cli/progress.ts";
import { readConfig } from "./config.ts";
import { instant } from "./engine/time/instant.ts";

/** Composes the program: the only reader of the environment and the only owner of the real clock. */
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8")) as {
  version: string;
};
const isLive = process.stderr.isTTY === true;

const context: Context = {
  now: instant(Date.now() / 1000),
  version,
  terminal: {
    width: process.stdout.columns ?? 110,
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined ? "ansi" : "none",
  },
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  exitWith: (code) => {
    process.exitCode = code;
  },
  writeDemo: (folder) => writeDemo(folder),
  serve: async (asked) => {
    const { runServer } = await import("./serve/run-server.ts");
    await runServer({ config: await readConfig(process.env), asked, context, stopped: once(["SIGINT", "SIGTERM"]) });
  },
  keeping: {
    backUp: async (file, onRows) => (await keeping()).backUp(file, onRows),
    restore: async (file, onRows) => (await keeping()).restore(file, onRows),
  },
  server: {
    url: process.env.UNDERPIN_SERVER || null,
    key: process.env.UNDERPIN_KEY || null,
    fetch: globalThis.fetch,
    newKey: randomUUID,
  },
  progress: isLive ? progressBar : silentProgress,
};

/** What only the server and its keeping need is not loaded for any other command. */
async function keeping() {
  const { keepingOf } = await import("./serve/keep.ts");
  const now = () => instant(Math.floor(Date.now() / 1000));
  return keepingOf(() => readConfig(process.env), version, now);
}

/** The first of some signals; a second one ends the process at once. */
function once(signals: readonly NodeJS.Signals[]): Promise<string> {
  return new Promise((told) => {
    for (const signal of signals) process.once(signal, () => told(signal));
  });
}

/** A reader that has seen enough, such as `head`, closes the pipe: that is no fault. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 3));

await runProgram(process.argv.slice(2), context);
