import { describe, expect, inject, test } from "vitest";
import { databaseAt } from "./fixture/postgres-server.ts";
import { noDatabase, systemOf, tenantOne, tenantTwo, testedOn } from "./fixture/test-store.ts";
import { openGate } from "./gate.ts";
import { migrate, migrations } from "./migrate.ts";
import { serverDatabase } from "./server-database.ts";

describe.skipIf(noDatabase() || testedOn === "embedded")("a server whose user is no superuser", () => {
  test("is migrated, serves a tenant, and lets the owner see all rows for a backup", async () => {
    const url = inject("postgres") ?? "";
    const root = serverDatabase({ url, connections: 1 });
    const name = `plain_${process.pid}`;
    // Roles are of the whole server: whoever opened a database there first made them, and grants them on.
    const roles = "underpin_app, underpin_keeper, underpin_sign_in, underpin_queue, underpin_backup, underpin_remover";
    for (const sql of [
      `create role ${name} login createrole`,
      `create database ${name} owner ${name}`,
      `grant ${roles} to ${name} with admin option`,
    ])
      await root.hold((session) => session.script(sql));
    await root.close();
    const own = new URL(databaseAt(url, name));
    own.username = name;
    const database = serverDatabase({ url: own.href, connections: 2 });
    await migrate(database, await migrations());
    const gate = openGate(database);
    for (const tenant of [tenantOne, tenantTwo])
      await gate.unit(systemOf(tenant), ({ db }) =>
        db.insertInto("tenants").values({ tenant_id: tenant, name: "T", created: 0 }).execute(),
      );
    const seen = await gate.unit(systemOf(tenantOne), ({ db }) =>
      db.selectFrom("tenants").select("tenant_id").execute(),
    );
    expect(seen).toEqual([{ tenant_id: tenantOne }]);
    const { rows } = await database.hold((session) => session.query("select count(*)::int as n from underpin.tenants"));
    expect(rows).toEqual([{ n: 2 }]);
    await database.close();
  });
});
