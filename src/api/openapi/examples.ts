/** Bodies as people would send them, by route. The people and companies are made up. */
export const examples: Readonly<Record<string, unknown>> = {
  "POST /undertakings/{undertaking}/decisions": { decision: "approved", note: "Checked against the minutes of March." },
  "POST /undertakings/{undertaking}/answers": { text: "No objection from the service owner of Harbour Mutual." },
  "POST /undertakings/{undertaking}/withdrawal": {},
  "POST /notices/{notice}/receipt": {},
};
