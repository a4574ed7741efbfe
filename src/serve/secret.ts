import { randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The secret of a server that was given none: made once, kept in its folder, readable by its user alone. */
export async function keptSecret(folder: string): Promise<string> {
  const path = join(folder, "secret");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(randomBytes(48).toString("base64url"));
    await file.sync();
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return await readFile(path, "utf8");
}
