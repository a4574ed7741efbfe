import { callsCsv, callsOf } from "./calls.ts";
import { changesCsv, changesOf } from "./changes.ts";
import { deliveriesCsv, deliveriesOf } from "./deliveries.ts";
import { incidentsCsv, incidentsOf } from "./incidents.ts";
import { outagesCsv, outagesOf } from "./outages.ts";
import { problemsCsv, problemsOf } from "./problems.ts";
import { type Chance, chanceOf } from "./random.ts";
import { requestsCsv, requestsOf } from "./requests.ts";
import { samplesCsv, samplesOf } from "./samples.ts";
import { surveysCsv, surveysOf } from "./surveys.ts";

/** A file of records with the mapping of `examples/demo/mappings` that reads it. */
export interface DemoFile {
  readonly mapping: string;
  readonly file: string;
  readonly text: string;
}

/** All records of the demo contract as files; the same seed gives the same bytes. */
export function demoFiles(seed: number): DemoFile[] {
  const chance = (name: string): Chance => chanceOf(seed, name);
  const changes = changesOf(chance("changes"));
  const outages = outagesOf(chance("outages"), changes);
  const incidents = incidentsOf(chance("incidents"), outages);
  return [
    { mapping: "demo-incidents", file: "incidents.csv", text: incidentsCsv(incidents) },
    { mapping: "demo-problems", file: "problems.csv", text: problemsCsv(problemsOf(chance("problems"), incidents)) },
    { mapping: "demo-changes", file: "changes.csv", text: changesCsv(changes) },
    { mapping: "demo-requests", file: "requests.csv", text: requestsCsv(requestsOf(chance("requests"))) },
    { mapping: "demo-outages", file: "outages.csv", text: outagesCsv(outages) },
    { mapping: "demo-samples", file: "storage.csv", text: samplesCsv(samplesOf(chance("samples"))) },
    { mapping: "demo-calls", file: "calls.csv", text: callsCsv(callsOf(chance("calls"))) },
    { mapping: "demo-surveys", file: "surveys.csv", text: surveysCsv(surveysOf(chance("surveys"), incidents)) },
    { mapping: "demo-deliveries", file: "deliveries.csv", text: deliveriesCsv(deliveriesOf(chance("deliveries"))) },
  ];
}
