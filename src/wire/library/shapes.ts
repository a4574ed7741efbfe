import type { KeptShape } from "./library-shape.ts";
import { backlogAtClose } from "./shapes/backlog.ts";
import { callsAnswered } from "./shapes/calls-answered.ts";
import { composite } from "./shapes/composite.ts";
import { countLimit } from "./shapes/count-limit.ts";
import { countRatio } from "./shapes/count-ratio.ts";
import { enteredByHand } from "./shapes/entered-by-hand.ts";
import { eventWithDeadline } from "./shapes/event-with-deadline.ts";
import { inTime } from "./shapes/in-time.ts";
import { kOfN } from "./shapes/k-of-n.ts";
import { meanOfClocks } from "./shapes/mean.ts";
import { percentileOfClocks } from "./shapes/percentile.ts";
import { rateOfRecords } from "./shapes/rate.ts";
import { requestErrors } from "./shapes/request-errors.ts";
import { rollingAverage } from "./shapes/rolling-average.ts";
import { sampleErrorRate } from "./shapes/sample-error-rate.ts";
import { sampleShare } from "./shapes/sample-share.ts";
import { surveyShare } from "./shapes/survey-share.ts";
import { timeBetweenFailures } from "./shapes/time-between-failures.ts";
import { timeRatioCalendar } from "./shapes/time-ratio-calendar.ts";
import { timeRatioFixedMonth } from "./shapes/time-ratio-fixed-month.ts";
import { timeRatioServiceHours } from "./shapes/time-ratio-service-hours.ts";
import { timeToRestore } from "./shapes/time-to-restore.ts";
import { trimmedMean } from "./shapes/trimmed-mean.ts";
import { twoStage } from "./shapes/two-stage.ts";
import { weightedByComponents } from "./shapes/weighted-by-components.ts";
import { weightedByUsers } from "./shapes/weighted-by-users.ts";

/** Every ready service level, in the order in which a library shows them. */
export const keptShapes: readonly KeptShape[] = [
  inTime,
  countRatio,
  timeRatioCalendar,
  timeRatioServiceHours,
  timeRatioFixedMonth,
  weightedByUsers,
  weightedByComponents,
  kOfN,
  meanOfClocks,
  trimmedMean,
  percentileOfClocks,
  twoStage,
  countLimit,
  eventWithDeadline,
  sampleErrorRate,
  sampleShare,
  rollingAverage,
  requestErrors,
  surveyShare,
  composite,
  backlogAtClose,
  timeBetweenFailures,
  timeToRestore,
  rateOfRecords,
  callsAnswered,
  enteredByHand,
];
