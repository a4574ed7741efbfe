/** What a room of src may lean on. */
export interface Room {
  /** Rooms it may import at run time. */
  readonly imports: readonly string[];
  /** Rooms of which it may import types as well. */
  readonly types: readonly string[];
  readonly npm: readonly string[];
  /** Node's own modules; null: all but those of the network. */
  readonly node: readonly string[] | null;
  /** Modules of the network that it may use. */
  readonly network?: readonly string[];
}

export const rooms: Readonly<Record<string, Room>> = {
  engine: { imports: [], types: [], npm: [], node: [] },
  wire: { imports: ["engine"], types: [], npm: ["zod", "yaml"], node: ["node:crypto"] },
  intake: {
    imports: ["engine", "wire"],
    types: [],
    npm: ["papaparse", "fflate", "yauzl", "hucre", "saxes", "ical.js", "date-holidays"],
    node: null,
  },
  documents: {
    imports: ["engine", "wire"],
    types: [],
    npm: [
      "@fontsource-variable/inter",
      "@embedpdf/fonts-arabic",
      "@embedpdf/fonts-hebrew",
      "@expo-google-fonts/inter",
      "@myriaddreamin/typst.ts",
      "@myriaddreamin/typst-ts-web-compiler",
      "@fontsource/unifontex",
      "docx",
      "fflate",
      "hucre",
    ],
    // Its fonts, and the template of the PDF and its compiler, are files beside the code; nothing else is read.
    node: ["node:crypto", "node:fs", "node:module", "node:path", "node:url"],
  },
  desk: { imports: ["engine", "wire", "intake", "documents"], types: [], npm: [], node: null },
  store: {
    imports: ["engine", "wire", "desk"],
    types: [],
    npm: ["kysely", "pg", "@electric-sql/pglite"],
    node: null,
  },
  activities: {
    imports: ["engine", "wire", "store", "documents", "desk", "intake"],
    types: [],
    npm: ["zod"],
    node: null,
  },
  jobs: {
    imports: ["engine", "wire", "store", "documents", "desk", "intake", "activities"],
    types: [],
    npm: ["zod", "pg-boss"],
    node: null,
    // Webhooks are sent from here.
    network: ["node:http", "node:https", "node:net", "node:dns"],
  },
  api: {
    imports: ["engine", "wire", "store", "documents", "desk", "intake", "activities", "jobs"],
    types: [],
    npm: [
      "zod",
      "hono",
      "@hono/node-server",
      "better-auth",
      "@better-auth/core",
      "@better-auth/api-key",
      "kysely",
      "nodemailer",
    ],
    node: null,
    network: ["node:http", "node:net"],
  },
  // Composes the server: opens everything, hands each part what it needs, ends it in order.
  serve: {
    imports: ["engine", "wire", "store", "documents", "desk", "intake", "activities", "jobs", "api", "the composition"],
    types: ["cli"],
    npm: ["zod", "hono", "@hono/node-server", "pino", "prom-client", "nodemailer"],
    node: null,
    network: ["node:http", "node:net"],
  },
  // It prints values of the engine, and so names their types; it computes nothing.
  cli: { imports: ["wire", "desk", "api"], types: ["engine"], npm: ["commander", "cli-progress"], node: null },
};

/**
 * The rooms of the engine from left to right: each imports only from those before it. The first five are the ground
 * (with `source`, the first word of the corridor, since a finding points to its row); `batch` and files of the engine's
 * own folder stand right of all.
 */
export const corridor: readonly string[] = [
  "number",
  "time",
  "source",
  "finding",
  "agreement",
  "record",
  "calendar",
  "clock",
  "measure",
  "period",
  "watch",
  "credit",
  "trigger",
  "report",
  "batch",
];

/** The composition, which may import every room, and the only readers of the environment and the real clock. */
export const composition: readonly string[] = ["src/main.ts", "src/config.ts", "src/config.test.ts"];

/** Real peers that tests talk to, and validators of what we write. */
export const testPeers: readonly string[] = ["oidc-provider", "smtp-server", "@seriousme/openapi-schema-validator"];

/** Who else reads the real clock or chance, since it decides nothing: ids, and the signs of life of a lock. */
export const clockReaders: readonly string[] = ["src/store/new-id.ts", "src/store/lock-folder.ts", "src/serve/"];

/** Underpin speaks to no network. */
export const network: readonly string[] = [
  "node:http",
  "node:https",
  "node:http2",
  "node:net",
  "node:tls",
  "node:dgram",
  "node:dns",
];

/** Names that the engine does not know: the world outside of its arguments. */
export const outsideWorld: readonly string[] = [
  "Date",
  "Temporal",
  "Intl",
  "Math.random",
  "process",
  "console",
  "performance",
  "crypto",
  "fetch",
  "globalThis",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "Buffer",
];
