import type { Unit } from "../../../store/gate.ts";
import { readOverview } from "../../../store/results/read-overview.ts";
import type { ListedContract } from "./start-page.ts";

/** Months that the start page lists of each contract. */
const mostMonths = 13;

/** The contracts that somebody may see, with their latest months. */
export async function listedContracts(unit: Unit): Promise<readonly ListedContract[]> {
  const { db, who } = unit;
  const contracts = await db
    .selectFrom("contracts")
    .select(["contract_id as id", "title", "state"])
    .where("tenant_id", "=", who.tenant)
    .orderBy("title")
    .limit(200)
    .execute();
  const all = await readOverview(unit, { from: "0000-00", until: "9999-99" });
  return contracts.map((contract) => ({
    ...contract,
    months: all
      .filter((month) => month.contract === contract.id)
      .slice(-mostMonths)
      .reverse()
      .map(({ period, summary }) => ({ period, answer: answerIn(summary) })),
  }));
}

const answerIn = (summary: unknown): string =>
  summary !== null && typeof summary === "object" && "answer" in summary ? String(summary.answer) : "";
