import { firstAdministrator } from "../api/sign-in/first-administrator.ts";
import { allTenants } from "../store/keeping/all-tenants.ts";
import { newId } from "../store/new-id.ts";
import { Refusal } from "../wire/refusal.ts";
import type { Server } from "./serve.ts";

/** Whom the first start is for. */
export interface Founding {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
}

/** The tenant that was found or founded, and the link by which its administrator signs in, as long as nobody has. */
export interface Founded {
  readonly tenant: string;
  readonly link: string | null;
}

/** Founds the tenant at the first start. Where there is one, it stays as it is, and a missing administrator is invited again. */
export async function firstStart({ gate, accounts }: Server, founding: Founding | null): Promise<Founded> {
  const [known] = await gate.keeper(allTenants);
  if (known !== undefined && founding === null) return { tenant: known, link: null };
  if (founding === null) {
    throw new Refusal(
      "nobody-to-sign-in",
      'This is the first start: say whose server it is and who signs in first, as in --organisation "Tideway IT Services" --administrator ada@example.com, or try the demonstration with --demo.',
    );
  }
  const tenant = known ?? newId();
  const { organisation, person } = founding;
  const invited = await firstAdministrator(accounts, {
    ...{ tenant, tenantName: organisation.name, party: organisation },
    person,
  });
  return { tenant, link: invited?.link ?? null };
}
