import { readFile } from "node:fs/promises";
import { z } from "zod";
import { Refusal } from "./wire/refusal.ts";

/** Everything a server is told from outside. Read once at start; a wrong setting refuses the start with the whole list. */
export interface Config {
  /** Folder of the embedded database, of the secret where none is given, and of uploads on their way in. */
  readonly folder: string;
  /** Address of a PostgreSQL server; null: the embedded database in the folder. */
  readonly databaseUrl: string | null;
  readonly connections: number;
  readonly host: string;
  readonly port: number;
  /** The address by which people reach the server, for links, cookies and sign-in by others. */
  readonly url: string;
  /** Signs cookies and seals secrets; null: one is made and kept in the folder. */
  readonly secret: string | null;
  readonly sso: readonly SingleSignOn[];
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  /** Asked of whoever reads the metrics; null: they are given to this machine only. */
  readonly metricsToken: string | null;
  /** How many proxies before the server add the caller's address. */
  readonly proxies: number;
  /** Whether webhooks may be sent to private addresses. */
  readonly privateWebhooks: boolean;
  /** Largest file that may be sent, in bytes. */
  readonly largestUpload: number;
}

export interface SingleSignOn {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly domains: readonly string[];
}

/** Every setting by its name, with what it is for; the operating guide lists them from here. */
export const settings = z.object({
  UNDERPIN_FOLDER: text()
    .default("underpin-data")
    .describe("Folder of the embedded database, of its secret and of files on their way in"),
  DATABASE_URL: address("postgres:", "postgresql:")
    .optional()
    .describe("A PostgreSQL server instead of the embedded database"),
  UNDERPIN_CONNECTIONS: whole(2, 500)
    .default(10)
    .describe("Connections to the PostgreSQL server that this process may hold"),
  UNDERPIN_HOST: text().default("127.0.0.1").describe("Address to listen on; 0.0.0.0 for all"),
  UNDERPIN_PORT: whole(0, 65_535).default(4300).describe("Port to listen on; 0 for any that is free"),
  UNDERPIN_URL: address("http:", "https:").optional().describe("The address by which people reach the server"),
  UNDERPIN_SECRET: text()
    .min(32, "Use at least 32 characters that nobody can guess.")
    .optional()
    .describe("Signs cookies and seals secrets; required with a PostgreSQL server, the same for every process"),
  UNDERPIN_SSO: text()
    .optional()
    .describe("A JSON file of OpenID Connect providers: id, title, issuer, clientId, clientSecret, domains"),
  UNDERPIN_MAIL: address("smtp:", "smtps:").optional().describe("The SMTP server by which mail is sent"),
  UNDERPIN_MAIL_FROM: z.email("Write an e-mail address.").optional().describe("The sender of mail"),
  UNDERPIN_LOG: z.enum(["debug", "info", "warn", "error"]).default("info").describe("The least that is logged"),
  UNDERPIN_METRICS_TOKEN: text()
    .min(16, "Use at least 16 characters.")
    .optional()
    .describe("Token that whoever reads the metrics must send; without it only this machine may"),
  UNDERPIN_PROXIES: whole(0, 10)
    .default(0)
    .describe("Proxies before the server whose word on the caller's address counts"),
  UNDERPIN_PRIVATE_WEBHOOKS: z
    .enum(["yes", "no"])
    .default("no")
    .describe("Whether webhooks may be sent to private addresses"),
  UNDERPIN_LARGEST_UPLOAD_MB: whole(1, 100_000).default(2000).describe("Largest file that may be sent, in megabytes"),
});

/** Reads the settings from the environment. Refused with every mistake at once, each by the name of its setting. */
export async function readConfig(environment: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const others = Object.keys(given).filter((name) => name.startsWith("UNDERPIN_") && !(name in settings.shape));
  const unknown = others.filter((name) => !forTests.test(name) && !forClients.includes(name));
  const read = settings.safeParse(given);
  const mistakes = [
    ...unknown.map((name) => `${name} is no setting. Known are: ${Object.keys(settings.shape).join(", ")}.`),
    ...(read.success
      ? togetherWrong(read.data)
      : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)),
  ];
  const sso = await readProviders(given.UNDERPIN_SSO, mistakes);
  if (!read.success || mistakes.length > 0) {
    throw new Refusal(
      "configuration-wrong",
      `Underpin does not start with these settings:\n- ${mistakes.join("\n- ")}`,
    );
  }
  return configOf(read.data, sso);
}

/** Names that the command line reads where it works against a server. */
const forClients: readonly string[] = ["UNDERPIN_SERVER", "UNDERPIN_KEY"];

/** Names that tests and scripts read. */
const forTests = /^UNDERPIN_(?:CASES|DATA|DESIGN|EFFORT|SEED|TEST_\w+|BENCH\w*)$/;

function configOf(own: z.output<typeof settings>, sso: readonly SingleSignOn[]): Config {
  const { UNDERPIN_MAIL: mail, UNDERPIN_MAIL_FROM: from } = own;
  return {
    folder: own.UNDERPIN_FOLDER,
    databaseUrl: own.DATABASE_URL ?? null,
    connections: own.UNDERPIN_CONNECTIONS,
    host: own.UNDERPIN_HOST,
    port: own.UNDERPIN_PORT,
    url:
      own.UNDERPIN_URL?.replace(/\/+$/, "") ??
      `http://${own.UNDERPIN_HOST === "0.0.0.0" ? "localhost" : own.UNDERPIN_HOST}:${own.UNDERPIN_PORT}`,
    secret: own.UNDERPIN_SECRET ?? null,
    sso,
    mail: mail && from ? { url: mail, from } : null,
    logLevel: own.UNDERPIN_LOG,
    metricsToken: own.UNDERPIN_METRICS_TOKEN ?? null,
    proxies: own.UNDERPIN_PROXIES,
    privateWebhooks: own.UNDERPIN_PRIVATE_WEBHOOKS === "yes",
    largestUpload: own.UNDERPIN_LARGEST_UPLOAD_MB * 1_000_000,
  };
}

/** What is wrong only together. */
function togetherWrong(own: z.output<typeof settings>): string[] {
  const wrong: string[] = [];
  if (own.DATABASE_URL && !own.UNDERPIN_SECRET)
    wrong.push(
      "UNDERPIN_SECRET: required with DATABASE_URL, so that every process signs alike. Make one with: openssl rand -base64 48",
    );
  if ((own.UNDERPIN_MAIL === undefined) !== (own.UNDERPIN_MAIL_FROM === undefined))
    wrong.push("UNDERPIN_MAIL and UNDERPIN_MAIL_FROM belong together: give both or none.");
  if (
    own.UNDERPIN_HOST !== "127.0.0.1" &&
    own.UNDERPIN_HOST !== "localhost" &&
    own.UNDERPIN_HOST !== "::1" &&
    !own.UNDERPIN_URL
  )
    wrong.push("UNDERPIN_URL: required where others reach the server, such as https://underpin.example.com.");
  return wrong;
}

const provider = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "Use small letters, digits and hyphens."),
  title: z.string().min(1),
  issuer: z.url("Write the issuer's address."),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  domains: z.array(z.string().min(3)).min(1, "Name the e-mail domains whose people may sign in so."),
});

async function readProviders(path: string | undefined, mistakes: string[]): Promise<readonly SingleSignOn[]> {
  if (path === undefined) return [];
  try {
    const read = z.array(provider).safeParse(JSON.parse(await readFile(path, "utf8")));
    if (read.success) return read.data;
    mistakes.push(
      ...read.error.issues.map((issue) => `UNDERPIN_SSO: ${path} at ${issue.path.join(".")}: ${issue.message}`),
    );
  } catch (error) {
    mistakes.push(`UNDERPIN_SSO: ${path} cannot be read as JSON: ${(error as Error).message}.`);
  }
  return [];
}

function text() {
  return z.string().min(1);
}

function whole(least: number, most: number) {
  const sentence = `Write a whole number from ${least} to ${most}.`;
  return z
    .string()
    .regex(/^\d+$/, sentence)
    .transform(Number)
    .pipe(z.number().min(least, sentence).max(most, sentence));
}

function address(...schemes: readonly string[]) {
  const sentence = `Write an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(" or ")}`;
  const fits = (written: string): boolean => URL.canParse(written) && schemes.includes(new URL(written).protocol);
  return z.string().refine(fits, `${sentence}.`);
}
