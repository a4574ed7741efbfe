import { rowsOf } from "../rows-of.ts";

/** Closing, publishing and restating periods. */
export const report = rowsOf("report", {
  "close a period": {
    inputs: ["results", "findings", "disputes"],
    outputs: ["frozen results"],
    responsible: ["SLM"],
    accountable: "PO",
    supporting: ["PM"],
    consulted: ["SO", "FIN"],
    informed: ["CR"],
    approval: "accountable",
    segregation: ["other than responsible"],
  },
  "publish the report": {
    inputs: ["closed period", "commentary"],
    outputs: ["sealed report"],
    responsible: ["SLM"],
    accountable: "SO",
    supporting: ["PM"],
    consulted: ["CON"],
    informed: ["CR", "CA", "EXE", "TL", "SUP"],
  },
  "restate a period": {
    inputs: ["late facts", "granted relief"],
    outputs: ["restatement", "delta"],
    responsible: ["SLM"],
    accountable: "PO",
    supporting: ["PM", "FIN"],
    consulted: ["CR", "CON"],
    informed: ["CA", "EXE", "AUD"],
    approval: "above materiality",
  },
});
