import { z } from "zod";
import { addAudit } from "../../store/add-audit.ts";
import { allTenants } from "../../store/keeping/all-tenants.ts";
import { notFound, ProblemError } from "../reply/problem.ts";
import type { Route } from "../route.ts";
import { asAdministrator } from "./administrator-only.ts";

/** Everything that the database holds, of every tenant: only where the installation has one tenant. */
export const backupRoute: Route<Record<string, never>> = {
  name: "backup",
  kind: "administration",
  method: "GET",
  path: "/backup",
  summary: "Everything that the database holds, as a file that `underpin restore` takes.",
  input: z.strictObject({}),
  replies: [{ status: 200, type: "application/gzip", body: null }],
  takes: "nothing",
  scope: "admin",
  answer: async (asked) => {
    const { deps, caller } = asked;
    if (!deps.backUp) throw notFound();
    const at = deps.now();
    const tenants = await deps.gate.keeper(allTenants);
    if (tenants.length > 1)
      throw new ProblemError(403, "several-tenants", {
        detail: "A backup holds every tenant of this server. Whoever runs it writes one with `underpin backup`.",
      });
    await asAdministrator(asked, (unit) =>
      addAudit(unit, {
        ...{ at, person: caller.person, activity: "back up", contract: null, subject: "backup" },
        facts: { via: caller.via },
      }),
    );
    return new Response(deps.backUp(at), {
      headers: {
        "content-type": "application/gzip",
        "cache-control": "no-store",
        "content-disposition": `attachment; filename="underpin-${new Date(at * 1000).toISOString().slice(0, 10)}.backup"`,
      },
    });
  },
};
