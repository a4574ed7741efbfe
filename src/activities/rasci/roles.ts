/** The side of the table a role sits on; a team is an internal provider of OLAs. */
export type Side = "client" | "provider" | "vendor" | "team";

interface Role {
  readonly title: string;
  readonly side: Side;
}

/** The roles of the service level management process, in the order in which documents list them. */
export const roles = {
  CR: { title: "client representative", side: "client" },
  CA: { title: "client approver", side: "client" },
  SLM: { title: "service level manager", side: "provider" },
  PO: { title: "SLM process owner", side: "provider" },
  CON: { title: "contract manager", side: "provider" },
  SO: { title: "service owner", side: "provider" },
  SD: { title: "service desk agent", side: "provider" },
  SDM: { title: "service desk manager", side: "provider" },
  PM: { title: "process manager of the record kind", side: "provider" },
  SUP: { title: "supplier manager", side: "provider" },
  VR: { title: "vendor representative", side: "vendor" },
  TL: { title: "team lead of an internal provider", side: "team" },
  FIN: { title: "finance", side: "provider" },
  EXE: { title: "delivery executive", side: "provider" },
  AUD: { title: "auditor", side: "provider" },
  ADM: { title: "administrator", side: "provider" },
  "SIP owner": { title: "owner of a service improvement plan, named in the plan", side: "provider" },
} as const satisfies Readonly<Record<string, Role>>;

export type RoleCode = keyof typeof roles;

/** Whom a group means: these roles, every role there is, or people named each time it happens. */
interface Group {
  readonly meaning: string;
  readonly of: readonly RoleCode[] | "every role" | "people named each time";
}

/** The groups in which the matrix speaks of several roles at once. */
export const roleGroups = {
  "all parties": {
    meaning: "CR, CA, EXE, SLM, VR and TL of the contract",
    of: ["CR", "CA", "EXE", "SLM", "VR", "TL"],
  },
  "all heads": { meaning: "SDM, PM, SO, SUP and TL", of: ["SDM", "PM", "SO", "SUP", "TL"] },
  "all holders": { meaning: "everyone with a role", of: "every role" },
  "all roles": { meaning: "everyone with a role", of: "every role" },
  "any role": { meaning: "whoever holds a role", of: "every role" },
  "all attending": { meaning: "those on the agenda", of: "people named each time" },
  holder: { meaning: "the person whose roles change", of: "people named each time" },
} as const satisfies Readonly<Record<string, Group>>;

export type RoleGroup = keyof typeof roleGroups;

/** What a cell of the matrix names: a role or a group of roles. */
export type RoleRef = RoleCode | RoleGroup;

export const roleCodes = Object.keys(roles) as readonly RoleCode[];
export const groupNames = Object.keys(roleGroups) as readonly RoleGroup[];

export const isRole = (name: string): name is RoleCode => Object.hasOwn(roles, name);
export const isGroup = (name: string): name is RoleGroup => Object.hasOwn(roleGroups, name);

/** The roles that a role or group stands for; none for people who are named each time. */
export function rolesOf(ref: RoleRef): readonly RoleCode[] {
  if (!isGroup(ref)) return [ref];
  const { of }: Group = roleGroups[ref];
  if (of === "every role") return roleCodes;
  return of === "people named each time" ? [] : of;
}
