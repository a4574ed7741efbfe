import { rowsOf } from "../rows-of.ts";

/** Contract, catalogue, calendars, tools and roles. */
export const establish = rowsOf("establish", {
  "set up the contract": {
    inputs: ["MSA", "parties", "charges", "term"],
    outputs: ["contract record"],
    responsible: ["CON"],
    accountable: "EXE",
    supporting: ["SLM", "FIN"],
    consulted: ["CA"],
    informed: ["SO", "PO"],
    approval: "accountable",
    segregation: ["other than responsible"],
  },
  "maintain the service catalogue": {
    inputs: ["service design", "CIs", "owners"],
    outputs: ["services", "dependencies", "hours"],
    responsible: ["SO"],
    accountable: "SLM",
    supporting: ["PM"],
    consulted: ["CR", "TL"],
    informed: ["SDM"],
  },
  "define calendars": {
    inputs: ["service hours", "holidays", "maintenance windows"],
    outputs: ["calendar version"],
    responsible: ["SLM"],
    accountable: "PO",
    supporting: ["SO"],
    consulted: ["CR", "TL", "VR"],
    informed: ["SDM"],
  },
  "connect systems and tools": {
    inputs: ["tool access", "mapping"],
    outputs: ["connection", "mapping version"],
    responsible: ["ADM"],
    accountable: "PO",
    supporting: ["PM"],
    consulted: ["SLM"],
    informed: ["AUD"],
  },
  "keep the RASCI matrix": {
    inputs: ["roles", "holders"],
    outputs: ["matrix version"],
    responsible: ["PO"],
    accountable: "EXE",
    supporting: ["SLM"],
    consulted: ["all heads"],
    informed: ["all holders"],
    approval: "accountable",
  },
});
