// Written by scripts/write-tables.ts from the migrated schema; a test holds it equal.
import type { ColumnType, Generated } from "kysely";

/** Read as a value, written as its text. */
export type Json = ColumnType<unknown, string, string>;
/** The same where there may be none. */
export type JsonOrNull = ColumnType<unknown, string | null, string | null>;

/** Every table of the schema `underpin`. */
export interface Tables {
  readonly agreement_states: AgreementStatesTable;
  readonly agreements: AgreementsTable;
  readonly answers: AnswersTable;
  readonly approvals: ApprovalsTable;
  readonly approvals_asked: ApprovalsAskedTable;
  readonly audit: AuditTable;
  readonly batches: BatchesTable;
  readonly clock_terms: ClockTermsTable;
  readonly closures: ClosuresTable;
  readonly consultations: ConsultationsTable;
  readonly contract_texts: ContractTextsTable;
  readonly contracts: ContractsTable;
  readonly counters: CountersTable;
  readonly credit_states: CreditStatesTable;
  readonly credits: CreditsTable;
  readonly deliveries: DeliveriesTable;
  readonly evaluations: EvaluationsTable;
  readonly happenings: HappeningsTable;
  readonly held_events: HeldEventsTable;
  readonly holdings: HoldingsTable;
  readonly legal_holds: LegalHoldsTable;
  readonly live_clocks: LiveClocksTable;
  readonly mappings: MappingsTable;
  readonly matrices: MatricesTable;
  readonly notices: NoticesTable;
  readonly packs: PacksTable;
  readonly parties: PartiesTable;
  readonly people: PeopleTable;
  readonly pseudonyms: PseudonymsTable;
  readonly record_events: RecordEventsTable;
  readonly records: RecordsTable;
  readonly reports: ReportsTable;
  readonly results: ResultsTable;
  readonly retention_rules: RetentionRulesTable;
  readonly signatures: SignaturesTable;
  readonly stated_facts: StatedFactsTable;
  readonly tenants: TenantsTable;
  readonly undertakings: UndertakingsTable;
  readonly wake_ups: WakeUpsTable;
  readonly warnings: WarningsTable;
  readonly webhooks: WebhooksTable;
  readonly works: WorksTable;
}

export interface AgreementStatesTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly agreement_id: string;
  readonly number: number;
  readonly text_version: number;
  readonly state: "draft" | "agreed" | "signed" | "ended";
  readonly sha256: string;
  readonly effective: string | null;
  readonly at: number;
  readonly by_person: string;
}

export interface AgreementsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly agreement_id: string;
  readonly kind: "SLA" | "OLA" | "UC";
  readonly title: string;
  readonly provider_party: string;
  readonly customer_party: string;
}

export interface AnswersTable {
  readonly tenant_id: string;
  readonly person_id: string;
  readonly key: string;
  readonly request_sha256: string;
  readonly status: number;
  readonly body: Json;
  readonly at: number;
}

export interface ApprovalsTable {
  readonly tenant_id: string;
  readonly undertaking_id: string;
  readonly person_id: string;
  readonly party_id: string;
  readonly role: string;
  readonly decision: "approved" | "rejected";
  readonly note: string;
  readonly at: number;
}

export interface ApprovalsAskedTable {
  readonly tenant_id: string;
  readonly undertaking_id: string;
  readonly person_id: string;
  readonly at: number;
}

export interface AuditTable {
  readonly tenant_id: string;
  readonly number: number;
  readonly at: number;
  readonly person_id: string;
  readonly activity: string;
  readonly contract_id: string | null;
  readonly subject: string;
  readonly facts: Json;
  readonly hash_before: string;
  readonly hash: string;
}

export interface BatchesTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly batch_id: string;
  readonly source: string;
  readonly mapping_id: string | null;
  readonly sha256: string | null;
  readonly account: Json;
  readonly findings: Json;
  readonly kinds: Json;
  readonly state: "running" | "done" | "failed";
  readonly at: number;
  readonly by_person: string;
}

export interface ClockTermsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly terms: Generated<string>;
  readonly read_at: Generated<number>;
  readonly reading: JsonOrNull;
  readonly next_at: number | null;
}

export interface ClosuresTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly period: string;
  readonly evaluation_id: string;
  readonly at: number;
  readonly by_person: string;
  readonly approved_by: string;
}

export interface ConsultationsTable {
  readonly tenant_id: string;
  readonly undertaking_id: string;
  readonly person_id: string;
  readonly role: string;
  readonly asked_at: number;
  readonly until_at: number;
  readonly answer: string | null;
  readonly answered_at: number | null;
}

export interface ContractTextsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly version: number;
  readonly files: Json;
  readonly document: Json;
  readonly sha256: string;
  readonly note: string;
  readonly at: number;
  readonly by_person: string;
}

export interface ContractsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly title: string;
  readonly client_party: string;
  readonly provider_party: string;
  readonly zone: string;
  readonly currency: string;
  readonly from_day: string;
  readonly until_day: string;
  readonly state: "draft" | "in force" | "ended";
  readonly created: number;
}

export interface CountersTable {
  readonly tenant_id: string;
  readonly name: "audit" | "happenings";
  readonly last: number;
  readonly hash: Generated<string>;
}

export interface CreditStatesTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly agreement_id: string;
  readonly plan_id: string;
  readonly period: string;
  readonly number: number;
  readonly revision: number;
  readonly state: "proposed" | "approved" | "rejected" | "disputed" | "settled";
  readonly at: number;
  readonly by_person: string;
}

export interface CreditsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly agreement_id: string;
  readonly plan_id: string;
  readonly period: string;
  readonly revision: number;
  readonly evaluation_id: string;
  readonly amount: string;
  readonly currency: string;
  readonly statement: Json;
}

export interface DeliveriesTable {
  readonly tenant_id: string;
  readonly delivery_id: string;
  readonly webhook_id: string;
  readonly happening: number;
  readonly state: "waiting" | "delivered" | "dead";
  readonly attempts: Generated<number>;
  readonly next_at: number | null;
  readonly last_answer: string | null;
  readonly done_at: number | null;
}

export interface EvaluationsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly evaluation_id: string;
  readonly period: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly text_version: number;
  readonly known_until: number;
  readonly learned_until: number;
  readonly engine: string;
  readonly zone_data: string;
  readonly inputs: Json;
  readonly at: number;
  readonly by_person: string;
}

export interface HappeningsTable {
  readonly tenant_id: string;
  readonly number: number;
  readonly topic: string;
  readonly contract_id: string | null;
  readonly agreement_id: string | null;
  readonly body: Json;
  readonly at: number;
}

export interface HeldEventsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly held_id: string;
  readonly batch_id: string;
  readonly event: Json;
  readonly finding: Json;
  readonly at: number;
}

export interface HoldingsTable {
  readonly tenant_id: string;
  readonly holding_id: string;
  readonly person_id: string;
  readonly role: string;
  readonly contract_id: string | null;
  readonly from_at: number;
  readonly until_at: number | null;
  readonly granted_by: string;
}

export interface LegalHoldsTable {
  readonly tenant_id: string;
  readonly hold_id: string;
  readonly contract_id: string | null;
  readonly reason: string;
  readonly from_at: number;
  readonly until_at: number | null;
  readonly by_person: string;
}

export interface LiveClocksTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly agreement_id: string;
  readonly level_id: string;
  readonly kind: string;
  readonly tool: string;
  readonly record_id: string;
  readonly stage: Generated<number>;
  readonly cycle: number;
  readonly state: string;
  readonly holder: string | null;
  readonly due: number | null;
  readonly next_at: number | null;
  readonly next_what: string | null;
  readonly clock: Json;
  readonly updated: number;
}

export interface MappingsTable {
  readonly tenant_id: string;
  readonly mapping_id: string;
  readonly version: number;
  readonly document: Json;
  readonly at: number;
  readonly by_person: string;
}

export interface MatricesTable {
  readonly tenant_id: string;
  readonly version: number;
  readonly document: Json;
  readonly at: number;
  readonly by_person: string;
}

export interface NoticesTable {
  readonly tenant_id: string;
  readonly notice_id: string;
  readonly person_id: string;
  readonly topic: string;
  readonly contract_id: string | null;
  readonly body: Json;
  readonly at: number;
  readonly read_at: number | null;
}

export interface PacksTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly kind: string;
  readonly bucket: number;
  readonly records: number;
  readonly events: number;
  readonly rows_hash: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly made: number;
}

export interface PartiesTable {
  readonly tenant_id: string;
  readonly party_id: string;
  readonly kind: "provider" | "client" | "vendor" | "team";
  readonly name: string;
}

export interface PeopleTable {
  readonly tenant_id: string;
  readonly person_id: string;
  readonly party_id: string;
  readonly name: string;
  readonly email: string;
  readonly account_id: string | null;
  readonly is_active: Generated<boolean>;
  readonly created: number;
}

export interface PseudonymsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly field: string;
  readonly value: string;
  readonly pseudonym: string;
}

export interface RecordEventsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly kind: string;
  readonly tool: string;
  readonly record_id: string;
  readonly happened: number;
  readonly sequence: number;
  readonly place: Generated<number>;
  readonly learned: number;
  readonly change: Json;
  readonly file: string;
  readonly line: number;
  readonly batch_id: string;
}

export interface RecordsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly kind: string;
  readonly tool: string;
  readonly record_id: string;
  readonly bucket: number;
  readonly first_at: number;
  readonly last_at: number;
  readonly events: number;
  readonly joined: Generated<boolean>;
  readonly of_files: Generated<boolean>;
}

export interface ReportsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly period: string;
  readonly audience: "provider" | "client";
  readonly revision: number;
  readonly evaluation_id: string;
  readonly summary: Json;
  readonly report: Json;
  readonly sha256: string;
}

export interface ResultsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly agreement_id: string;
  readonly level_id: string;
  readonly group_id: Generated<string>;
  readonly period: string;
  readonly month: string;
  readonly revision: number;
  readonly evaluation_id: string;
  readonly verdict: string;
  readonly figure: string | null;
  readonly result: Json;
}

export interface RetentionRulesTable {
  readonly tenant_id: string;
  readonly what: "record events" | "pseudonyms" | "notices";
  readonly months: number;
  readonly at: number;
  readonly by_person: string;
}

export interface SignaturesTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly agreement_id: string;
  readonly text_version: number;
  readonly party_id: string;
  readonly person_id: string;
  readonly sha256: string;
  readonly words: string;
  readonly at: number;
}

export interface StatedFactsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly stated_id: string;
  readonly revision: number;
  readonly list: "relief" | "entered" | "disputes" | "credit_entries";
  readonly entry: JsonOrNull;
  readonly learned: number;
  readonly by_person: string;
}

export interface TenantsTable {
  readonly tenant_id: string;
  readonly name: string;
  readonly created: number;
}

export interface UndertakingsTable {
  readonly tenant_id: string;
  readonly undertaking_id: string;
  readonly activity: string;
  readonly contract_id: string | null;
  readonly subject: string;
  readonly input: Json;
  readonly state: "prepared" | "consulting" | "awaiting approval" | "done" | "rejected" | "withdrawn";
  readonly started_by: string;
  readonly started_party: string;
  readonly started_at: number;
  readonly wakes_at: number | null;
  readonly ended_at: number | null;
  readonly output: JsonOrNull;
}

export interface WakeUpsTable {
  readonly tenant_id: string;
  readonly what: "clocks" | "deliveries" | "consultations" | "terms" | "keeping";
  readonly next_at: number;
}

export interface WarningsTable {
  readonly tenant_id: string;
  readonly contract_id: string;
  readonly agreement_id: string;
  readonly level_id: string;
  readonly kind: string;
  readonly tool: string;
  readonly record_id: string;
  readonly stage: Generated<number>;
  readonly cycle: number;
  readonly warning: string;
  readonly passed_at: number;
  readonly found_at: number;
  readonly late: Generated<boolean>;
}

export interface WebhooksTable {
  readonly tenant_id: string;
  readonly webhook_id: string;
  readonly url: string;
  readonly secret: string;
  readonly topics: Json;
  readonly is_active: Generated<boolean>;
  readonly created: number;
  readonly by_person: string;
  readonly rests_until: Generated<number>;
}

export interface WorksTable {
  readonly tenant_id: string;
  readonly work_id: string;
  readonly kind: string;
  readonly key: string;
  readonly contract_id: string | null;
  readonly input: Json;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly done: Generated<number>;
  readonly total: Generated<number>;
  readonly message: Generated<string>;
  readonly failures: Generated<number>;
  readonly holder: Generated<string>;
  readonly output: JsonOrNull;
  readonly at: number;
  readonly ended_at: number | null;
  readonly by_person: string;
}
