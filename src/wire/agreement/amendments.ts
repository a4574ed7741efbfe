import type { z } from "zod";
import type { AmendmentDocument } from "../../engine/agreement/document/amendment.ts";
import { type BlockName, blockNames } from "../../engine/agreement/document/amendment.ts";
import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { agreement } from "./agreement.ts";
import { calendars, holidays, maintenanceWindows } from "./calendars.ts";
import { catalogueSection } from "./catalogue.ts";
import { charge } from "./charge.ts";
import { contractSection } from "./contract.ts";
import { creditPlan } from "./credit/credit-plan.ts";
import { definitionsSection } from "./definitions.ts";
import { byId, fields } from "./fields.ts";
import { improvementSection } from "./improvement.ts";
import { report, review } from "./meetings.ts";
import { additions, partly } from "./partly.ts";
import { party, person, team, tool } from "./people.ts";
import type { Complaint } from "./problem.ts";
import { type Pruned, shape } from "./shape.ts";
import type { Tree } from "./tree.ts";
import { underpinningSection } from "./underpinning.ts";

/** The schemas of what an amendment can name. */
const blocks: Readonly<Record<BlockName | "agreement" | "credit plan", z.ZodObject>> = {
  contract: fields({
    ...contractSection.shape,
    parties: byId(party),
    teams: byId(team),
    people: byId(person),
    tools: byId(tool),
    charges: byId(charge),
    definitions: definitionsSection,
    underpinning: underpinningSection,
  }),
  calendars: fields({ holidays, calendars, maintenance_windows: maintenanceWindows }),
  catalogue: catalogueSection,
  improvement: improvementSection,
  reviews: fields({ reports: byId(report), reviews: byId(review) }),
  agreement,
  "credit plan": creditPlan,
};

/** The schema of the block that an amendment names; null where the contract has no such thing. */
export function blockSchema(document: ContractDocument, amends: string): z.ZodObject | null {
  if ((blockNames as readonly string[]).includes(amends)) return blocks[amends as BlockName];
  if (Object.hasOwn(document.agreements, amends)) return blocks.agreement;
  return Object.hasOwn(document.credit_plans, amends) ? blocks["credit plan"] : null;
}

interface Amended {
  readonly document: ContractDocument;
  readonly complaints: readonly Complaint[];
  readonly pruned: readonly Pruned[];
}

/** The document with what its amendments change and add read by the schemas of their blocks. */
export function readAmendments(document: ContractDocument): Amended {
  const read: Record<string, AmendmentDocument> = {};
  const complaints: Complaint[] = [];
  const pruned: Pruned[] = [];
  for (const [id, amendment] of Object.entries(document.amendments)) {
    const schema = blockSchema(document, amendment.amends);
    const { changes, adds, ...rest } = amendment;
    const at = ["amendments", id];
    const changed = changes && schema ? shape(partly(schema), asTree(changes), [...at, "changes"]) : null;
    const added = adds && schema ? shape(additions(schema), asTree(adds), [...at, "adds"]) : null;
    complaints.push(...(changed?.complaints ?? []), ...(added?.complaints ?? []));
    pruned.push(...(changed?.pruned ?? []), ...(added?.pruned ?? []));
    read[id] = {
      ...rest,
      ...(changed ? { changes: asBlock(changed.value) } : {}),
      ...(added ? { adds: asBlock(added.value) } : {}),
    };
  }
  return { document: { ...document, amendments: read }, complaints, pruned };
}

/** Passed through by the schema of amendments, so still what the file says. */
const asTree = (unread: Readonly<Record<string, unknown>>): Tree => unread as { readonly [key: string]: Tree };
const asBlock = (read: unknown): Readonly<Record<string, unknown>> => (read ?? {}) as Readonly<Record<string, unknown>>;
