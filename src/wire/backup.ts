import { z } from "zod";

/**
 * A backup is a text of lines, each a JSON value: the head; for each table its name and columns, a line for each row
 * (every value as PostgreSQL writes it, in text, or null), and its end; last the foot. The file is that text, gzipped.
 */
export const backupHead = z.strictObject({
  underpin_backup: z.literal(1),
  /** The program that wrote it. */
  version: z.string(),
  /** When, in seconds since 1970. */
  at: z.number().int(),
  migrations: z.array(z.strictObject({ number: z.number().int(), name: z.string(), sha256: z.string() })),
});
export type BackupHead = z.infer<typeof backupHead>;

export const backupTable = z.strictObject({ table: z.string(), columns: z.array(z.string()) });

/** How many rows, and the SHA-256 of their lines, each with its line end. */
export const backupTableEnd = z.strictObject({ end: z.string(), rows: z.number().int(), sha256: z.string() });
export type BackupTableEnd = z.infer<typeof backupTableEnd>;

/** Without a foot a backup was cut off. */
export const backupFoot = z.strictObject({ tables: z.array(backupTableEnd) });
