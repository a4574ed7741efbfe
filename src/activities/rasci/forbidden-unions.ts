import { type RoleCode, roleCodes, roles, type Side } from "./roles.ts";

/** Two sets of roles that one person must not hold a role of each at once. */
export interface ForbiddenUnion {
  readonly code: string;
  readonly roles: readonly RoleCode[];
  readonly with: readonly RoleCode[];
  /** `contract`: within one contract; `anywhere`: in whatever contracts. */
  readonly within: "contract" | "anywhere";
  /** Why, as the end of a sentence. */
  readonly because: string;
}

/** Any person may own an improvement plan, of whatever side. */
const ofSides = (...sides: readonly Side[]): readonly RoleCode[] =>
  roleCodes.filter((code) => code !== "SIP owner" && sides.includes(roles[code].side));

/** The unions that follow from the segregation of the process. */
export const defaultUnions: readonly ForbiddenUnion[] = [
  // An agreement is signed by CA and CON and never by one person; relief and disputes are answered by the other party.
  {
    code: "client-and-provider",
    roles: ["CR", "CA"],
    with: ofSides("provider", "vendor", "team"),
    within: "contract",
    because: "agreements are signed, and relief and disputes answered, by two parties",
  },
  // The vendor's own representative cannot draft its contract, review it or claim money from it for the provider.
  {
    code: "vendor-and-provider",
    roles: ["VR"],
    with: ofSides("provider", "team"),
    within: "contract",
    because: "a vendor's contract is drafted, reviewed and recovered from by the provider",
  },
  // The process says so outright: AUD holds no other role.
  {
    code: "auditor-and-other",
    roles: ["AUD"],
    with: roleCodes.filter((code) => code !== "AUD"),
    within: "anywhere",
    because: "an auditor holds no other role",
  },
  // CON sets the credit plan and decides disputes; FIN approves what follows in money and pays it out.
  {
    code: "contract-and-finance",
    roles: ["CON"],
    with: ["FIN"],
    within: "contract",
    because: "who sets credits and decides disputes does not approve and settle them",
  },
  // ADM gives roles and PO answers for it: one who is both could give themselves any role with nobody to see it.
  {
    code: "administrator-and-owner",
    roles: ["ADM"],
    with: ["PO"],
    within: "anywhere",
    because: "who gives roles does not answer for their being given rightly",
  },
];
