import type { Instant } from "../../engine/time/instant.ts";
import { type Holding, peopleOf } from "../rasci/holding.ts";
import { isRole, type RoleCode, roleCodes, roles } from "../rasci/roles.ts";

/** Words by which agreements call those who are told, beside the codes and titles of the roles. */
const alsoCalled: Readonly<Record<string, RoleCode>> = {
  "team lead": "TL",
  "team manager": "TL",
  "service desk": "SD",
  "service desk agent": "SD",
  "desk manager": "SDM",
  "account manager": "SLM",
  "service manager": "SLM",
  "service delivery manager": "SLM",
  "process manager": "PM",
  "incident manager": "PM",
  "major incident manager": "PM",
  "problem manager": "PM",
  "change manager": "PM",
  client: "CR",
  customer: "CR",
  vendor: "VR",
  supplier: "VR",
  "delivery manager": "EXE",
};

/** The role that an agreement's word means; null for a word that means none. */
export function roleNamed(word: string): RoleCode | null {
  const written = word.trim();
  if (isRole(written)) return written;
  const small = written.toLowerCase();
  return alsoCalled[small] ?? roleCodes.find((code) => roles[code].title.toLowerCase() === small) ?? null;
}

/** Who is told of a warning: where the agreement names nobody of the process, the one who answers for the clocks. */
export interface Telling {
  readonly tell: readonly string[];
  /** The party that holds the record, or null. */
  readonly holder: string | null;
  readonly contract: string;
  readonly at: Instant;
}

/** The people who hold the roles that are told; of team leads the one whose team holds the record, where it has one. */
export function peopleTold(holdings: readonly Holding[], { tell, holder, contract, at }: Telling): readonly string[] {
  const named = tell.flatMap((word) => roleNamed(word) ?? []);
  const told: readonly RoleCode[] = named.length > 0 ? [...new Set(named)] : ["SDM"];
  return [
    ...new Set(
      told.flatMap((role) => {
        const people = peopleOf([role], { holdings, contract, at });
        const own = people.filter(({ party }) => party === holder);
        return (role === "TL" && own.length > 0 ? own : people).map(({ person }) => person);
      }),
    ),
  ];
}
