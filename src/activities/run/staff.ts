import type { Instant } from "../../engine/time/instant.ts";
import type { Side, Unit, Who } from "../../store/gate.ts";
import { defaultMatrix } from "../rasci/default-matrix.ts";
import { editMatrix } from "../rasci/edit.ts";
import type { Holding, Named, Scope } from "../rasci/holding.ts";
import type { Matrix } from "../rasci/matrix.ts";
import { matrixDocument } from "../rasci/matrix-document.ts";
import { isRole } from "../rasci/roles.ts";

/** The matrix in force and who holds which role: what every decision of the runner is made from. */
export interface Staff {
  readonly matrix: Matrix;
  readonly holdings: readonly Holding[];
}

/** Loads the tenant's matrix and every holding of people who are active. */
export function loadStaff(unit: Unit): Promise<Staff> {
  return unit.asSystem(async ({ db, who }) => {
    const edited = await db
      .selectFrom("matrices")
      .select("document")
      .where("tenant_id", "=", who.tenant)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    const held = await db
      .selectFrom("holdings as h")
      .innerJoin("people as p", (join) =>
        join.onRef("p.tenant_id", "=", "h.tenant_id").onRef("p.person_id", "=", "h.person_id"),
      )
      .select(["h.person_id", "p.party_id", "h.role", "h.contract_id", "h.from_at", "h.until_at"])
      .where("h.tenant_id", "=", who.tenant)
      .where("p.is_active", "=", true)
      .orderBy("h.holding_id")
      .execute();
    return {
      matrix: edited ? editMatrix(defaultMatrix, matrixDocument.parse(edited.document).changes).matrix : defaultMatrix,
      holdings: held.flatMap(({ role, person_id, party_id, contract_id, from_at, until_at }) => {
        const span = { from: from_at as Instant, until: until_at as Instant | null };
        return isRole(role) ? [{ person: person_id, party: party_id, role, contract: contract_id, ...span }] : [];
      }),
    };
  });
}

/** The holdings as they count for a contract at an instant, with the people that this case names. */
export const scopeOf = (
  { holdings }: Staff,
  of: { readonly contract: string | null; readonly at: Instant; readonly named: Named },
): Scope => ({ holdings, ...of });

/** A person of the tenant with the side on which the party sits; the program itself where nobody has that name. */
export function whoIs(unit: Unit, person: string): Promise<Who> {
  return unit.asSystem(async ({ db, who }) => {
    const found = await db
      .selectFrom("people as p")
      .innerJoin("parties as q", (join) =>
        join.onRef("q.tenant_id", "=", "p.tenant_id").onRef("q.party_id", "=", "p.party_id"),
      )
      .select(["p.party_id", "q.kind"])
      .where("p.tenant_id", "=", who.tenant)
      .where("p.person_id", "=", person)
      .executeTakeFirst();
    const side: Side = found?.kind ?? "system";
    return { tenant: who.tenant, person, party: found?.party_id ?? "", side };
  });
}
