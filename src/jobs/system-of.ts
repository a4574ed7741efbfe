import type { Who } from "../store/gate.ts";

/** The program itself, in a tenant. */
export const systemOf = (tenant: string): Who => ({ tenant, person: "system", party: "", side: "system" });
