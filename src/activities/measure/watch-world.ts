import { statedFacts } from "../../desk/stated-facts.ts";
import { worldAt } from "../../desk/world.ts";
import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { levelTerms } from "../../engine/agreement/resolve/level-terms.ts";
import { versionsOf } from "../../engine/agreement/resolve/versions.ts";
import type { Relief } from "../../engine/record/relief.ts";
import type { Day } from "../../engine/time/civil.ts";
import type { Instant } from "../../engine/time/instant.ts";
import { wallAt } from "../../engine/time/zone.ts";
import { warningsByVersion } from "../../engine/watch/warning-terms.ts";
import { type WatchPlan, watchPlan } from "../../engine/watch/watch-plan.ts";
import { loadStates } from "../../store/contracts/agreements.ts";
import type { TextFile } from "../../store/contracts/read-files.ts";
import { statedFiles } from "../../store/contracts/stated-facts.ts";
import { documentInForce, endsOf, versionInForce } from "../../store/contracts/text-in-force.ts";
import { latestVersion } from "../../store/contracts/texts.ts";
import type { Unit } from "../../store/gate.ts";
import { readZone } from "../../wire/zones.ts";

/** What clocks of a contract are read by: its plan, and the relief granted in it. */
export interface WatchWorld {
  readonly plan: WatchPlan;
  readonly relief: readonly Relief[];
}

/** What was read of a contract to make its world; null where there is no text. */
export interface ReadWorld {
  /** The same for the same world. */
  readonly key: string;
  /** The world itself where it is made already, or else what it is made of. */
  readonly found: WatchWorld | null;
  readonly of: { readonly document: ContractDocument; readonly stated: readonly TextFile[]; readonly at: Day } | null;
}

const kept = new Map<string, WatchWorld>();
const mostKept = 16;

/** Reads what the world of a contract is made of, as little as it takes to see that it is made already. */
export const readWorld = (unit: Unit, contract: string, now: Instant): Promise<ReadWorld | null> =>
  unit.asSystem(async (system) => {
    const states = await loadStates(system, contract);
    const version = versionInForce(states, await latestVersion(system, contract));
    if (version === 0) return null;
    const ends = [...endsOf(states)];
    const about = [system.who.tenant, contract, version, ends, await reliefCount(system, contract)];
    const known = keptAt(about, now);
    if (known !== null) return known;
    const { document } = await documentInForce(system, contract);
    const at = beginAt(document, now);
    const key = JSON.stringify([...about, at]);
    begins.set(JSON.stringify(about), document);
    const stated = await statedFiles(system, contract, now);
    return { key, found: null, of: { document, stated, at } };
  });

/** Makes the world, or finds it made. Takes a moment the first time: not to be done while others wait. */
export function worldOf({ key, found: before, of }: ReadWorld): WatchWorld {
  const found = kept.get(key) ?? before ?? (of && made(of));
  if (!found) throw new Error("a world that is not made is made of something");
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return found;
}

/** The documents of worlds that are kept, to find when the next amendment begins. */
const begins = new Map<string, ContractDocument>();

function keptAt(about: readonly unknown[], now: Instant): ReadWorld | null {
  const document = begins.get(JSON.stringify(about));
  if (document === undefined) return null;
  const key = JSON.stringify([...about, beginAt(document, now)]);
  const found = kept.get(key);
  if (found) return { key, found, of: null };
  begins.delete(JSON.stringify(about));
  return null;
}

function made({ document, stated, at }: NonNullable<ReadWorld["of"]>): WatchWorld {
  const world = worldAt(document, at);
  const levels = Object.keys(document.agreements).flatMap((id) =>
    versionsOf(document, id).flatMap(({ version }) => levelTerms(document, id, version.from)),
  );
  const plan = watchPlan({ ...world, levels, warnings: warningsByVersion(document) });
  return { plan, relief: statedFacts(document, stated).relief };
}

/** The day on which what holds now began to hold: the contract's first, or that of the last amendment. */
function beginAt({ contract, amendments }: ContractDocument, now: Instant): Day {
  const zone = readZone(contract.time_zone);
  if (zone === null) throw new Error(`no time zone ${contract.time_zone}`);
  const { day } = wallAt(zone, now);
  const days = [contract.from, ...Object.values(amendments).map(({ effective }) => effective)].sort((a, b) => a - b);
  return days.findLast((each) => each <= day) ?? contract.from;
}

/** Stated facts are only ever added, so that their number tells whether there is new relief. */
async function reliefCount({ session, who }: Unit, contract: string): Promise<number> {
  const { rows } = await session.query(
    `select count(*)::integer as count from underpin.stated_facts
     where tenant_id = $1 and contract_id = $2 and list = 'relief'`,
    [who.tenant, contract],
  );
  return (rows as unknown as readonly { readonly count: number }[])[0]?.count ?? 0;
}
