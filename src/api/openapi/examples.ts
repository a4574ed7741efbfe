import { amendmentText, calendarText, catalogueText, contractText, mappingText } from "./example-texts.ts";

/** A change of a contract's text, as the activities that change it take it. */
const textChange = (name: string, text: string, note: string) => ({ based_on: 1, files: [{ name, text }], note });

const textChanges = {
  "POST /contracts/{contract}/catalogue": textChange("catalogue.yaml", catalogueText, "The policy system is named."),
  "POST /contracts/{contract}/calendars": textChange("calendars.yaml", calendarText, "Business hours from eight."),
  "POST /contracts/{contract}/slas": textChange("contract.yaml", contractText, "Load is promised."),
  "POST /contracts/{contract}/olas": textChange("ola.yaml", contractText, "What Quayside promises."),
  "POST /contracts/{contract}/ucs": textChange("uc.yaml", contractText, "What Northlight promises."),
  "POST /contracts/{contract}/credit-plans": textChange("credits.yaml", contractText, "Credits from July."),
  "POST /contracts/{contract}/amendments": textChange("amendments/first.yaml", amendmentText, "Agreed in May."),
};

const undertakings = {
  "POST /undertakings/{undertaking}/decisions": { decision: "approved", note: "Checked against the minutes of March." },
  "POST /undertakings/{undertaking}/answers": { text: "No objection from the service owner of Harbour Mutual." },
  "POST /undertakings/{undertaking}/taking-up": {},
  "POST /undertakings/{undertaking}/withdrawal": {},
  "POST /notices/{notice}/receipt": {},
};

const records = {
  "POST /contracts/{contract}/events": {
    events: [
      {
        source: "desk",
        kind: "incidents",
        record: "INC-2041",
        sequence: 1,
        happened: "2026-01-02T09:15:00+01:00",
        change: { kind: "state", state: { kind: "open", name: "new" } },
      },
    ],
  },
  "POST /contracts/{contract}/corrections": {
    kind: "incidents",
    tool: "desk",
    record: "INC-1",
    happened: "2026-01-01T12:30:00Z",
    change: { kind: "state", state: { kind: "resolved" } },
    reason: "Harbour Mutual confirmed by telephone that the service was back at half past twelve.",
  },
  "POST /clocks/watch": { limit: 200 },
};

const administration = {
  "PUT /retention": { what: "record events", months: 84 },
  "POST /legal-holds": { contract: "harbour-services", reason: "Harbour Mutual disputes the credits of March." },
  "POST /legal-holds/{hold}/end": {},
  "POST /data-subjects/forget": { named: "cora@harbour.example" },
};

const webhooks = {
  "POST /webhooks": { url: "https://hooks.harbour.example/underpin", topics: ["period.closed", "clock.warning"] },
  "PUT /webhooks/{webhook}": { is_active: false },
  "DELETE /webhooks/{webhook}": {},
  "POST /webhooks/{webhook}/secret": {},
  "POST /dead-letters/{delivery}/redelivery": {},
  "POST /contracts/{contract}/periods/{period}/evaluation": {},
};

/** Bodies as people would send them, by route: each route that takes JSON has one. The people and companies are made up. */
export const examples: Readonly<Record<string, unknown>> = {
  ...webhooks,
  ...undertakings,
  ...textChanges,
  ...records,
  ...administration,
  "POST /contracts": { contract: "harbour-services", files: [{ name: "contract.yaml", text: contractText }] },
  "POST /mappings": { file: { name: "mappings/monitor.yaml", text: mappingText } },
  "PUT /matrix": {
    based_on: 0,
    document: { format: 1, changes: { "close a period": { consulted: ["SO"] } } },
  },
  "POST /contracts/{contract}/agreements/{agreement}/sign": {
    text_version: 1,
    words: "I have read version 1 and agree to it for Harbour Mutual.",
  },
  "POST /contracts/{contract}/agreements/{agreement}/end": {
    last_day: "2028-06-30",
    reason: "Harbour Mutual takes the service over itself.",
  },
  "POST /contracts/{contract}/periods/{period}/evaluate": {},
  "POST /contracts/{contract}/periods/{period}/close": {},
  "POST /contracts/{contract}/periods/{period}/credits/propose": {},
  "POST /contracts/{contract}/periods/{period}/credits/{plan}/approve": {},
  "POST /contracts/{contract}/periods/{period}/credits/{plan}/dispute": {
    because: "INC-2041 was reported an hour earlier than the record says.",
    evidence: ["mail of 3 February"],
  },
  "POST /people": {
    do: "invite",
    person: "cora-finch",
    name: "Cora Finch",
    email: "cora@harbour.example",
    party: "harbour",
  },
};
