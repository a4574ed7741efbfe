import { join } from "node:path";
import { approveAndSignAnAgreement } from "../../src/activities/agree/approve-and-sign-an-agreement.ts";
import { demonstrationAdministrator } from "../../src/activities/establish/demonstration-people.ts";
import { performByRunner } from "../../src/activities/establish/perform-by-runner.ts";
import { setUpDemonstration } from "../../src/activities/establish/set-up-demonstration.ts";
import { setUpTheContract } from "../../src/activities/establish/set-up-the-contract.ts";
import { managePeopleAndRoles } from "../../src/activities/govern/manage-people-and-roles.ts";
import { openRunner } from "../../src/activities/run/runner.ts";
import { contractFiles } from "../../src/desk/contract-files.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { systemOf } from "../../src/jobs/system-of.ts";
import { addWebhook } from "../../src/store/deliveries/webhooks.ts";
import type { Gate } from "../../src/store/gate.ts";
import { foundTenant } from "../../src/store/people/found-tenant.ts";
import { tenant } from "./asks.ts";

/** Who closes months in the drill, and who approves it. */
export const serviceLevelManager = "freya-lindqvist";
export const processOwner = "ottilie-barden";
const [contractManager, executive] = ["callum-reyes", "dorothea-blake"];

const at = instant(1_770_000_000);

/** What happens that the drill's webhook hears of. */
export const topics = ["records.taken", "period.evaluated", "period.closed"] as const;

/** The demonstration's contract, so many more of its kind whose months are closed, and a webhook that hears of all. */
export async function setUp(gate: Gate, url: string, more: number): Promise<readonly string[]> {
  const administrator = demonstrationAdministrator;
  await gate.unit(systemOf(tenant), async (unit) => {
    const provider = { party: "tideway", name: "Tideway IT Services Ltd" };
    await foundTenant(unit, { name: "Drill", provider, administrator, at });
    await addWebhook(unit, { url, topics: [...topics], by: administrator.person, at });
  });
  const activities = [setUpTheContract, managePeopleAndRoles, approveAndSignAnAgreement] as never;
  const compute = () => Promise.reject(new Error("nothing is computed apart"));
  const runner = openRunner({ gate, now: () => at, engine: "drill", compute, activities });
  const files = await contractFiles(join(import.meta.dirname, "..", "..", "examples", "demo"));
  const perform = performByRunner(runner, gate, tenant);
  const first = await setUpDemonstration({ perform, files, administrator: administrator.person });
  const contracts = [first];
  for (let number = 1; number <= more; number += 1) {
    const contract = `${first}-${number}`;
    const own = files
      .filter(({ name }) => !name.startsWith("mappings"))
      .map(({ name, text }) => ({ name, text: text.replaceAll(first, contract) }));
    await perform(setUpTheContract, { contract, files: own }, { startedBy: contractManager, approvedBy: [executive] });
    contracts.push(contract);
  }
  return contracts;
}
