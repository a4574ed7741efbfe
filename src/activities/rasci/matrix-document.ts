import { z } from "zod";
import { activityNames } from "./activity-names.ts";
import type { MatrixChanges } from "./edit.ts";
import { approvals, segregations } from "./matrix.ts";
import { groupNames, roleCodes } from "./roles.ts";

const once = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;

const roleRefs = z.array(z.enum([...roleCodes, ...groupNames])).refine(once, "Each role is named once.");

const rowChange = z.strictObject({
  responsible: roleRefs.min(1, "Somebody must be responsible.").optional(),
  accountable: z.enum(roleCodes).optional(),
  supporting: roleRefs.optional(),
  consulted: roleRefs.optional(),
  informed: roleRefs.optional(),
  approval: z.enum(approvals).optional(),
  segregation: z.array(z.enum(segregations)).refine(once, "Each rule is named once.").optional(),
  consultation: z
    .strictObject({ waits: z.boolean(), within: z.int().min(0) })
    .refine(({ waits, within }) => !waits || within > 0, "To wait takes time: 'within' is over 0 seconds.")
    .optional(),
});

/** A tenant's matrix as stored: the changes it makes to the default. */
export interface MatrixDocument {
  readonly format: 1;
  readonly changes: MatrixChanges;
}

/** The shape of a stored matrix. Names of activities, inputs and outputs are not in it, so they cannot change. */
export const matrixDocument: z.ZodType<MatrixDocument> = z.strictObject({
  format: z.literal(1),
  changes: z.partialRecord(z.enum(activityNames), rowChange),
});
