/** How laws are tried (fast-check): one seed for all, and more tries where time is given. */
const usualSeed = 20_261_001;
const usualTries = 100;

export const seed = Number(process.env.UNDERPIN_SEED ?? usualSeed);

/** How many times the usual number of tries; `npm run soak` sets it. */
export const effort = Number(process.env.UNDERPIN_EFFORT ?? 1);

/** Tries of a law: `{ numRuns: tries(30) }` where the usual number takes too long. */
export const tries = (usual: number = usualTries): number => Math.max(1, Math.round(usual * effort));
