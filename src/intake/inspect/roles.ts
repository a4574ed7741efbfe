import { isNumber, isStamp, isUnique, type Profile } from "./profile.ts";

/** What a column may be for, with the reason and whether a person should look. */
export interface Role {
  readonly role: string;
  readonly reason: string;
  readonly sure: boolean;
}

interface Sign {
  readonly role: string;
  readonly name: RegExp;
  readonly fits: (profile: Profile) => boolean;
  readonly sure: boolean;
}

const isFew = ({ values, more }: Profile): boolean => !more && values.size <= 60;
const always = (): boolean => true;
const isText = (profile: Profile): boolean => !isStamp(profile);

/** Names that tools use, plain of case and separators; the first sign that fits decides, so the surest stand first. */
const signs: readonly Sign[] = [
  {
    role: "record",
    name: /^(caseconceptname|number|incidentid|ticketid|ticketnumber|issuekey|caseid|caseenquiryid|requestid|key|id|ticket|changeid|problemid)$/,
    fits: isText,
    sure: true,
  },
  {
    role: "began",
    name: /(downtimestart|outagestart|began|startat|startedat|startsat|starttime|beginning)$/,
    fits: isStamp,
    sure: true,
  },
  { role: "ended", name: /(downtimeend|outageend|ended|endat|endedat|endsat|endtime)$/, fits: isStamp, sure: true },
  {
    role: "due",
    name: /(target|due|duedate|deadline|bytime|dueby|tto|ttr)(dt|at|date|on|time)?$/,
    fits: isStamp,
    sure: true,
  },
  {
    role: "responded",
    name: /(firstrespon|responded|firstreply|takeintoaccount|acknowledg)/,
    fits: isStamp,
    sure: true,
  },
  { role: "resolved", name: /(resolved|solved|solvedate|resolutiondate)/, fits: isStamp, sure: true },
  { role: "closed", name: /(closed|closedt|closedate|closetime)/, fits: isStamp, sure: true },
  {
    role: "happened",
    name: /(sysupdated|updated|modified|datemod|lastchange|timestamp|changedat|lastupdate)/,
    fits: isStamp,
    sure: true,
  },
  { role: "opened", name: /(opened|opendt|opendate|opened|reported|submitted)/, fits: isStamp, sure: true },
  { role: "created", name: /(created|creation|createdat|date)$/, fits: isStamp, sure: false },
  { role: "in order of", name: /(modcount|sequence|seqno|revision|version)$/, fits: isNumber, sure: true },
  {
    role: "state",
    name: /^(incidentstate|state|status|casestatus|lifecycletransition|ticketstatus|statename|requeststatus)$/,
    fits: isFew,
    sure: true,
  },
  {
    role: "flag",
    name: /(madesla|ontime|slamet|slabreached|slastatus|withinsla|resolutionstatus)$/,
    fits: isFew,
    sure: true,
  },
  { role: "priority", name: /(^|.)(priority|prio|severity)$/, fits: isFew, sure: true },
  { role: "impact", name: /^impact$/, fits: isFew, sure: true },
  { role: "component", name: /^(components?|affectedcomponents?)$/, fits: always, sure: true },
  {
    role: "holder",
    name: /^(assignmentgroup|assignedgroup|group|team|orggroup|department|supportgroup|groupname|assignee?group)$/,
    fits: isText,
    sure: true,
  },
  {
    role: "service",
    name: /^(category|service|businessservice|product|application|reason|servicename)$/,
    fits: isText,
    sure: false,
  },
  { role: "offering", name: /^(type|requesttype|offering|catalogitem|cataloguei?tem)$/, fits: isText, sure: false },
  {
    role: "caller",
    name: /^(caller|callerid|requester|requestername|reporter|customer|requestedfor)$/,
    fits: isText,
    sure: true,
  },
  { role: "raised by", name: /^(contacttype|channel|source|via)$/, fits: isFew, sure: true },
  { role: "closed as", name: /^(closedcode|closecode|resolution|resolutioncode)$/, fits: isText, sure: true },
  { role: "value", name: /^(value|val|measure|reading)$/, fits: isNumber, sure: true },
  { role: "site", name: /^(location|site|organizationcountry|office)$/, fits: isText, sure: false },
];

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "");

/** Guesses the role of a column from its name, held against what its cells look like. */
export function roleOf(profile: Profile): Role | null {
  const name = plain(profile.name.split(".").at(-1) ?? profile.name);
  const sign = signs.find((each) => each.name.test(name) && each.fits(profile));
  if (!sign) return null;
  const looks = isStamp(profile)
    ? "stamps"
    : isNumber(profile)
      ? "numbers"
      : `${profile.more ? "many" : profile.values.size} values`;
  return {
    role: sign.role,
    sure: sign.sure,
    reason: `its name is one of those for '${sign.role}', and it holds ${looks}`,
  };
}

/** The column most like an id where none has the name of one: filled in every row, no stamp, many values. */
export function likeAnId(profiles: readonly Profile[], rows: number): Profile | null {
  const filled = profiles.filter((each) => each.filled === rows && !isStamp(each) && each.longest <= 60);
  const unique = filled.find((each) => isUnique(each) && !each.values.has("true"));
  return unique ?? null;
}
