import { type DestinationStream, type Logger, pino } from "pino";

/** The log: a line of JSON for each thing that happened, with the id of the request that caused it. */
export type Log = Logger;

/** Opens the log. What could be a secret is taken out by name, wherever it stands. */
export const openLog = (level: string, to?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: "said",
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "(left out)" },
    },
    to ?? pino.destination(2),
  );

const secrets = [
  "password",
  "newPassword",
  "secret",
  "token",
  "key",
  "authorization",
  "cookie",
  "clientSecret",
  "code",
  "backupCodes",
  "databaseUrl",
];
