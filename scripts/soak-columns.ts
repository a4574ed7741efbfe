/** `node scripts/soak-columns.ts [histories] [seed]`: holds columns to the plain engine on random histories. */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { seed as usualSeed } from "./laws.ts";
import { levels } from "./soak/levels.ts";
import { countsOfBoth, type Ground, someGround } from "./soak/same-counts.ts";

const [count = 1_000_000, seed = usualSeed] = process.argv.slice(2).map(Number);
const size = 40;
const chunk = 10_000;

/** Chunks have seeds of their own: a difference is found again by its chunk alone, and made small by fast-check. */
let done = 0;
for (let part = 0; done < count; part += 1) {
  const histories = Math.min(chunk, count - done);
  const same = fc.property(someGround(size), (ground) => {
    const { plain, columns } = countsOfBoth(ground);
    return isDeepStrictEqual(plain, columns);
  });
  const { counterexample } = fc.check(same, { numRuns: Math.ceil(histories / size), seed: seed + part });
  if (counterexample !== null) fail(counterexample[0], seed + part);
  done += histories;
  console.log(
    `${done} of ${count} histories are counted alike by columns and by the plain engine (seed ${seed + part})`,
  );
}

function fail(ground: Ground, at: number): never {
  const { plain, columns } = countsOfBoth(ground);
  const { place, ...rest } = ground;
  console.log(`seed ${at} differs: ${JSON.stringify({ ...rest, zone: place.zone.id, start: place.start })}`);
  for (const [index, counts] of plain.entries()) {
    if (isDeepStrictEqual(counts, columns[index])) continue;
    const level = levels[Math.floor(index / ground.days.length) % levels.length]?.id;
    console.log(`${level}, period ${index % ground.days.length}: plain ${counts}, columns ${columns[index]}`);
  }
  process.exit(1);
}
