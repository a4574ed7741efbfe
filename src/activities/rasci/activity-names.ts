/**
 * The activities of the process by step. The names are fixed: code, audit and documents know an activity by its name,
 * so a tenant changes who does it and never what it is called.
 */
export const activitiesOf = {
  establish: [
    "set up the contract",
    "maintain the service catalogue",
    "define calendars",
    "connect systems and tools",
    "keep the RASCI matrix",
  ],
  agree: [
    "collect service level requirements",
    "draft an SLA",
    "draft an OLA",
    "draft a UC",
    "prove that OLAs and UCs underpin the SLA",
    "set credits and weights",
    "negotiate",
    "approve and sign an agreement",
    "amend an agreement",
    "end an agreement",
  ],
  measure: [
    "take in records",
    "correct a record",
    "watch running clocks",
    "claim relief",
    "answer a relief claim",
    "evaluate a period",
  ],
  report: ["close a period", "publish the report", "restate a period"],
  credit: [
    "propose the credit statement",
    "approve credits",
    "dispute a credit",
    "decide a dispute",
    "waive a credit",
    "settle credits",
    "recover from vendors and teams",
  ],
  review: [
    "prepare the service review",
    "hold the service review",
    "review suppliers (UC)",
    "review internal teams (OLA)",
    "review agreements",
    "handle complaints and compliments",
  ],
  improve: [
    "raise an improvement opportunity",
    "open a SIP",
    "approve a SIP's plan and cost",
    "run a SIP",
    "close a SIP",
  ],
  govern: [
    "issue the SLM documents",
    "check drift",
    "report RASCI conformance",
    "audit the process",
    "manage people and roles",
  ],
} as const;

export type Step = keyof typeof activitiesOf;
export type ActivityOf<S extends Step> = (typeof activitiesOf)[S][number];
export type ActivityName = ActivityOf<Step>;

export const steps = Object.keys(activitiesOf) as readonly Step[];
export const activityNames: readonly ActivityName[] = steps.flatMap(
  (step): readonly ActivityName[] => activitiesOf[step],
);

export const isActivity = (name: string): name is ActivityName => (activityNames as readonly string[]).includes(name);
