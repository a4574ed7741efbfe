import { sql } from "kysely";
import type { Unit } from "../gate.ts";
import { downwards, type Page, upwards } from "./keyset.ts";

interface Filter {
  readonly contract: string;
  readonly period?: string | undefined;
}

/** The runs of measuring of a contract, the newest first. */
export const readEvaluations = ({ db, who }: Unit, { contract, period }: Filter, page: Page) =>
  db
    .selectFrom("evaluations")
    .select(["evaluation_id as evaluation", "period", "start_at as start", "end_at as end", "text_version"])
    .select(["known_until", "learned_until", "engine", "zone_data", "at", "by_person as by"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .$if(period !== undefined, (query) => query.where("period", "=", period ?? ""))
    .where(downwards(["at", "evaluation_id"], page))
    .orderBy("at", "desc")
    .orderBy("evaluation_id", "desc")
    .limit(page.limit)
    .execute();

/** Results by agreement, level, group and period: the last revision of each, or all of them. */
export const readResults = ({ db, who }: Unit, filter: ResultFilter, page: Page) =>
  db
    .selectFrom("results as r")
    .select(["r.agreement_id as agreement", "r.level_id as level", "r.group_id as group", "r.period", "r.revision"])
    .select(["r.evaluation_id as evaluation", "r.verdict", "r.figure", "r.result"])
    .where("r.tenant_id", "=", who.tenant)
    .where("r.contract_id", "=", filter.contract)
    .$if(filter.period !== undefined, (query) => query.where("r.period", "=", filter.period ?? ""))
    .$if(filter.agreement !== undefined, (query) => query.where("r.agreement_id", "=", filter.agreement ?? ""))
    .$if(filter.level !== undefined, (query) => query.where("r.level_id", "=", filter.level ?? ""))
    .$if(filter.revisions === "last", (query) =>
      query.where(
        sql<boolean>`not exists (select from underpin.results l where l.tenant_id = r.tenant_id
          and (l.contract_id, l.agreement_id, l.level_id, l.group_id, l.period)
            = (r.contract_id, r.agreement_id, r.level_id, r.group_id, r.period) and l.revision > r.revision)`,
      ),
    )
    .where(upwards(["r.agreement_id", "r.level_id", "r.group_id", "r.period", "r.revision"], page))
    .orderBy("r.agreement_id")
    .orderBy("r.level_id")
    .orderBy("r.group_id")
    .orderBy("r.period")
    .orderBy("r.revision")
    .limit(page.limit)
    .execute();

interface ResultFilter extends Filter {
  readonly agreement?: string | undefined;
  readonly level?: string | undefined;
  readonly revisions: "last" | "all";
}

/** Statements of credits by plan, period and revision. */
export const readCredits = ({ db, who }: Unit, { contract, period }: Filter, page: Page) =>
  db
    .selectFrom("credits")
    .select(["agreement_id as agreement", "plan_id as plan", "period", "revision", "evaluation_id as evaluation"])
    .select(["amount", "currency", "statement"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .$if(period !== undefined, (query) => query.where("period", "=", period ?? ""))
    .where(upwards(["plan_id", "period", "revision"], page))
    .orderBy("plan_id")
    .orderBy("period")
    .orderBy("revision")
    .limit(page.limit)
    .execute();

/** What became of statements of credits, by plan, period and number. */
export const readCreditStates = ({ db, who }: Unit, { contract, period }: Filter, page: Page) =>
  db
    .selectFrom("credit_states")
    .select(["agreement_id as agreement", "plan_id as plan", "period", "number", "revision", "state", "at"])
    .select("by_person as by")
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .$if(period !== undefined, (query) => query.where("period", "=", period ?? ""))
    .where(upwards(["plan_id", "period", "number"], page))
    .orderBy("plan_id")
    .orderBy("period")
    .orderBy("number")
    .limit(page.limit)
    .execute();

/** The periods of a contract that were closed. */
export const readClosures = ({ db, who }: Unit, contract: string, page: Page) =>
  db
    .selectFrom("closures")
    .select(["period", "evaluation_id as evaluation", "at", "by_person as by", "approved_by"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .where(upwards(["period"], page))
    .orderBy("period")
    .limit(page.limit)
    .execute();

/** The reports of a contract by period, audience and revision, without their text. */
export const readReports = ({ db, who }: Unit, { contract, period }: Filter, page: Page) =>
  db
    .selectFrom("reports")
    .select(["period", "audience", "revision", "evaluation_id as evaluation", "sha256"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .$if(period !== undefined, (query) => query.where("period", "=", period ?? ""))
    .where(upwards(["period", "audience", "revision"], page))
    .orderBy("period")
    .orderBy("audience")
    .orderBy("revision")
    .limit(page.limit)
    .execute();

/** The last report of a period that may be seen: the provider's own before that for the client, unless one is named. */
export const readReport = async ({ db, who }: Unit, { contract, period, audience }: ReportFilter) =>
  (await db
    .selectFrom("reports")
    .select(["period", "audience", "revision", "evaluation_id as evaluation", "sha256", "report"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .where("period", "=", period)
    .$if(audience !== undefined, (query) => query.where("audience", "=", audience ?? "client"))
    .orderBy("audience", "desc")
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst()) ?? null;

interface ReportFilter {
  readonly contract: string;
  readonly period: string;
  readonly audience?: "provider" | "client" | undefined;
}
