import { rowsOf } from "../rows-of.ts";

/** Documents, drift, conformance, audit, people and roles. */
export const govern = rowsOf("govern", {
  "issue the SLM documents": {
    inputs: ["live configuration", "template"],
    outputs: ["approved version"],
    responsible: ["PO"],
    accountable: "EXE",
    supporting: ["SLM"],
    consulted: ["CON", "SO"],
    informed: ["all roles"],
    approval: "accountable",
  },
  "check drift": {
    inputs: ["signed documents", "live configuration"],
    outputs: ["drift findings"],
    responsible: ["SLM"],
    doneBy: "the system",
    accountable: "PO",
    supporting: ["SLM"],
    informed: ["AUD"],
  },
  "report RASCI conformance": {
    inputs: ["audit log", "matrix"],
    outputs: ["conformance report"],
    responsible: ["AUD"],
    doneBy: "the system",
    accountable: "PO",
    supporting: ["AUD"],
    informed: ["EXE"],
  },
  "audit the process": {
    inputs: ["audit log", "evidence map"],
    outputs: ["audit findings"],
    responsible: ["AUD"],
    accountable: "EXE",
    supporting: ["PO"],
    consulted: ["SLM"],
    informed: ["all heads"],
    segregation: ["holds no other role"],
  },
  "manage people and roles": {
    inputs: ["requests"],
    outputs: ["holders of roles"],
    responsible: ["ADM"],
    accountable: "PO",
    consulted: ["EXE"],
    informed: ["holder"],
    segregation: ["never for oneself"],
  },
});
