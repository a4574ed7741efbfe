import { join } from "node:path";
import { makeInvitation } from "../api/sign-in/invite.ts";
import type { ServeWords } from "../cli/commands/serve.ts";
import type { Context } from "../cli/context.ts";
import type { Config } from "../config.ts";
import { type Instant, instant } from "../engine/time/instant.ts";
import { systemOf } from "../jobs/system-of.ts";
import { planKeeping } from "../store/keeping/next-keeping.ts";
import { demonstrationFounding, loadDemonstration } from "./demonstration.ts";
import { type Founding, firstStart } from "./first-start.ts";
import { withPort } from "./free-port.ts";
import { openLog } from "./log.ts";
import { type Server, serve } from "./serve.ts";

/** What a server is run with. */
export interface Running {
  readonly config: Config;
  readonly asked: ServeWords;
  readonly context: Pick<Context, "version" | "print" | "progress" | "writeDemo">;
  /** Resolves when the server is told to stop. */
  readonly stopped: Promise<string>;
}

/** Opens the server, loads the demonstration where it is asked for, says where it is, and closes it in order at the end. */
export async function runServer({ config: given, asked, context, stopped }: Running): Promise<void> {
  const config = await withPort(given);
  const log = openLog(levelOf(config, asked));
  const now = (): Instant => instant(Math.floor(Date.now() / 1000));
  const server = await serve({ config, version: context.version, log, now });
  try {
    const { tenant, link } = await firstStart(server, foundingOf(asked));
    await planKeeping(server.gate, now());
    if (asked.demo) await demonstrate({ server, tenant, config, context, now });
    const links = asked.demo ? await demonstrationLinks(server, tenant) : [];
    context.print(welcome({ url: config.url, link, links, config }));
    log.info({ signal: await stopped }, "stopping");
  } finally {
    await server.close(20);
  }
}

/** Who only looks at the demonstration wants its address, not a line for each request, unless a level was named. */
const levelOf = ({ logLevel }: Config, { demo }: ServeWords): Config["logLevel"] =>
  demo && logLevel === "info" ? "warn" : logLevel;

function foundingOf({ demo, organisation, administrator }: ServeWords): Founding | null {
  if (demo) return demonstrationFounding;
  if (organisation === undefined || administrator === undefined) return null;
  const id =
    organisation
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "provider";
  const person = { id: "administrator", name: "Administrator", email: administrator };
  return { organisation: { id, name: organisation }, person };
}

interface Demonstrated {
  readonly server: Server;
  readonly tenant: string;
  readonly config: Config;
  readonly context: Running["context"];
  readonly now: () => Instant;
}

async function demonstrate({ server, tenant, config, context, now }: Demonstrated): Promise<void> {
  const bar = context.progress();
  let isTold = false;
  const onStep: typeof bar.count = (...step) => {
    if (!isTold) context.print("The demonstration is loaded now. This is done once, and takes a minute or two.\n");
    isTold = true;
    bar.count(...step);
  };
  const loaded = await loadDemonstration(server, {
    ...{ tenant, now, folder: join(config.folder, "demo-records"), writeRecords: context.writeDemo },
    onStep,
  });
  bar.end();
  if (loaded > 0)
    context.print(`The demonstration is loaded: two years of an invented client, ${loaded} months measured.\n`);
}

/** Who may be tried in the demonstration, as long as nobody has: the role, and the person who holds it. */
const tried = [
  ["Service level manager", "SLM"],
  ["Client", "CR"],
  ["Vendor", "VR"],
] as const;

/** Links by which people of the demonstration sign in: for each role the first holder without an account. */
async function demonstrationLinks({ gate, accounts }: Server, tenant: string) {
  const links: { readonly title: string; readonly name: string; readonly link: string }[] = [];
  for (const [title, role] of tried) {
    const found = await gate.unit(systemOf(tenant), ({ db }) =>
      db
        .selectFrom("holdings as h")
        .innerJoin("people as p", (join) =>
          join.onRef("p.tenant_id", "=", "h.tenant_id").onRef("p.person_id", "=", "h.person_id"),
        )
        .select(["p.person_id as person", "p.name", "p.email", "p.account_id as account"])
        .where("h.tenant_id", "=", tenant)
        .where("h.role", "=", role)
        .orderBy("p.person_id")
        .executeTakeFirst(),
    );
    if (!found || found.account !== null) continue;
    const { link } = await makeInvitation(accounts.door, { tenant, ...found }, "by hand");
    links.push({ title, name: found.name, link });
  }
  return links;
}

interface Welcome {
  readonly url: string;
  readonly link: string | null;
  readonly links: readonly { readonly title: string; readonly name: string; readonly link: string }[];
  readonly config: Config;
}

function welcome({ url, link, links, config }: Welcome): string {
  const where = config.databaseUrl === null ? `embedded, in ${config.folder}` : "PostgreSQL server";
  const ways = [...(link === null ? [] : [{ title: "Administrator", name: "", link }]), ...links];
  return [
    `\nUnderpin is open at ${url}\n`,
    `  Database  ${where}\n`,
    `  API       ${url}/api/v1, described in ${url}/api/v1/openapi.json\n`,
    ways.length === 0
      ? `  Sign in   ${url}/sign-in\n`
      : "  Sign in   with a link that works once, within three days:\n",
    ...ways.map(({ title, name, link: way }) => `    ${title}${name ? ` (${name})` : ""}\n      ${way}\n`),
    "Stop it with Ctrl+C.\n",
  ].join("");
}
