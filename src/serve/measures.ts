import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What the server counts of itself, in the text form that Prometheus reads. */
export interface Measures {
  readonly answered: (request: { method: string; route: string; status: number; seconds: number }) => void;
  readonly warned: (count: number) => void;
  readonly worked: (kind: string, ending: "done" | "failed", seconds: number) => void;
  readonly delivered: (ending: "delivered" | "failed" | "dead") => void;
  readonly text: () => Promise<string>;
}

/** Opens the measures. No label names a tenant, a person or a record. */
export function openMeasures(version: string): Measures {
  const kept = new Registry();
  const registers = [kept];
  collectDefaultMetrics({ register: kept, prefix: "underpin_" });
  const requests = new Histogram({
    name: "underpin_request_seconds",
    help: "Time to answer a request",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const warnings = new Counter({
    name: "underpin_warnings_total",
    help: "Warnings found when their instant came",
    registers,
  });
  const works = new Histogram({
    name: "underpin_work_seconds",
    help: "Long work by kind and ending",
    labelNames: ["kind", "ending"],
    buckets: [0.1, 1, 5, 10, 30, 60, 300, 1800],
    registers,
  });
  const deliveries = new Counter({
    name: "underpin_deliveries_total",
    help: "Attempts to deliver to webhooks, by ending",
    labelNames: ["ending"],
    registers,
  });
  new Gauge({ name: "underpin_info", help: "The version", labelNames: ["version"], registers }).set({ version }, 1);
  return {
    answered: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    warned: (count) => warnings.inc(count),
    worked: (kind, ending, seconds) => works.observe({ kind, ending }, seconds),
    delivered: (ending) => deliveries.inc({ ending }),
    text: () => kept.metrics(),
  };
}
