import { askEvaluationRoute } from "./acts/ask-evaluation.ts";
import { receiveNotice } from "./acts/notices.ts";
import { answerUndertaking, decideUndertaking, takeUpUndertaking, withdrawUndertaking } from "./acts/undertakings.ts";
import { backupRoute } from "./administration/backup-route.ts";
import { dataSubjectRoutes } from "./administration/data-subjects.ts";
import { keepingRoutes } from "./administration/keeping-routes.ts";
import { webhookRoutes } from "./administration/webhooks.ts";
import type { Deps } from "./deps.ts";
import { eventsRoute } from "./events/event-stream.ts";
import { takeFileRoute } from "./files/take-file.ts";
import { descriptionRoute } from "./openapi/description-route.ts";
import type { Route } from "./route.ts";
import { routesOf } from "./routes.ts";
import { auditCheckRoute } from "./views/audit-check.ts";
import * as contracts from "./views/contracts.ts";
import { matrixView } from "./views/matrix.ts";
import { months } from "./views/months.ts";
import * as people from "./views/people.ts";
import * as process from "./views/process.ts";
import * as records from "./views/records.ts";
import * as results from "./views/results.ts";

type World = Pick<Deps, "activities" | "now" | "innerWebhooks">;

/** Everything that can be read. */
export const viewsOf = (world: World) => [
  people.me,
  people.parties,
  people.people,
  people.holdings,
  matrixView(world),
  contracts.contracts,
  contracts.oneContract,
  contracts.agreements,
  contracts.texts,
  contracts.oneText,
  contracts.statedFacts,
  contracts.mappings,
  records.records,
  records.recordEvents,
  records.batches,
  records.oneBatch,
  records.clocks,
  records.warnings,
  months,
  results.evaluations,
  results.results,
  results.credits,
  results.creditStates,
  results.closures,
  results.reports,
  results.oneReport,
  process.undertakings,
  process.oneUndertaking,
  process.notices,
  process.audit,
  process.works,
  process.oneWork,
];

/** Everything that can be done and is no activity of the process. */
export const acts = [decideUndertaking, answerUndertaking, takeUpUndertaking, withdrawUndertaking, receiveNotice];

/** Every route of the API: of the views, the acts and the activities, and the few that are of their own kind. */
export function everyRoute(world: World): readonly Route[] {
  const derived = routesOf({ views: viewsOf(world), acts, activities: world.activities });
  const administration = [...keepingRoutes, ...dataSubjectRoutes, backupRoute] as readonly Route[];
  const own = [auditCheckRoute, eventsRoute, takeFileRoute, ...administration] as readonly Route[];
  const asked = [askEvaluationRoute, ...webhookRoutes(world.innerWebhooks ? "allowed" : "refused")] as readonly Route[];
  const routes = [...derived, ...own, ...asked];
  return [...routes, descriptionRoute(routes) as Route];
}
