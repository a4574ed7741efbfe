import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { embeddedDatabase } from "../src/store/embedded-database.ts";
import { migrate, migrations } from "../src/store/migrate.ts";
import { tablesText } from "./store/tables-text.ts";

/** Writes the types of the tables from the migrations. */
const database = await embeddedDatabase({ memory: true });
await migrate(database, await migrations());
const text = await database.hold(tablesText);
await writeFile(join(import.meta.dirname, "..", "src", "store", "tables.ts"), text);
await database.close();
