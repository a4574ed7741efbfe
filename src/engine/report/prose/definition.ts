import type { ContractTerms, LevelTerms, Stage } from "../../agreement/terms.ts";
import type { MeasureKind } from "../../agreement/words.ts";
import { momentWords, recordWords } from "../words/agreement-words.ts";
import { allowedTime } from "../words/duration.ts";
import { shareText } from "../words/figure.ts";
import { all, sentence } from "../words/list.ts";
import { periodWord } from "../words/period.ts";
import { selectionText, withSelection } from "./selection-prose.ts";
import { expectedText, minimumSentence, minimumText } from "./target-prose.ts";
import { valueText } from "./value-prose.ts";
import { fillWording } from "./wording.ts";

interface Named {
  readonly level: LevelTerms;
  readonly contract: ContractTerms;
}

/** The promise as a contract says it: the negotiated wording with its blanks filled, or written from the terms. */
export function definitionOf(named: Named): string {
  const { level, contract } = named;
  const purpose = level.purpose === null ? "" : ` ${sentence(level.purpose.trim())}`;
  if (level.wording !== null) return `${sentence(fillWording(level, level.wording))}${purpose}`;
  const provider = contract.names[level.provider] ?? level.provider;
  const kept = `${provider} ${promise(named)} in each ${periodWord(level.period)}${averaged(level)}`;
  return `${sentence(`${kept}${promises[level.measure](named)}`)}${minimumOf(level)}${purpose}`;
}

const promise = ({ level }: Named): string =>
  level.target.expected === null && level.stages.length === 0 ? "reports" : "promises that";

const averaged = ({ overPeriods }: LevelTerms): string =>
  overPeriods === 1 ? "" : `, averaged over the last ${overPeriods} of them,`;

const minimumOf = (level: LevelTerms): string => (level.stages.length > 0 ? "" : minimumSentence(level, level.target));

/** One sentence a measure; a new measure does not compile without its own. */
const promises: Readonly<Record<MeasureKind, (named: Named) => string>> = {
  "share in time": (named) => ` ${ofTarget(named)}${records(named)} are ${inTime(named)}`,
  "share of records": (named) => ` ${ofTarget(named)}${records(named)} are good: ${good(named)}`,
  "share of time": (named) => ` ${available(named)} for ${target(named)} of the agreed service time. ${down(named)}`,
  "share of samples": (named) => ` ${ofTarget(named)}${records(named)}${every(named)} are good: ${good(named)}`,
  "share of answers": (named) => ` ${ofTarget(named)}${records(named)}${scale(named)} are good: ${good(named)}`,
  average: (named) => ` the average of ${value(named)}, over all ${records(named)},${trimmed(named)}${is(named)}`,
  percentile: (named) => ` the ${percent(named)} of ${value(named)}, over all ${records(named)},${is(named)}`,
  number: (named) => ` ${countOrSum(named)}${is(named)}`,
  rate: (named) => ` the number of ${records(named)} for each ${divisor(named)}${is(named)}`,
  "time between failures": (named) =>
    ` the mean time between failures of ${services(named)}${is(named)}. ${down(named)}`,
  "time to restore": (named) => ` the mean time to restore ${services(named)}${is(named)}. ${down(named)}`,
  "time between incidents": (named) => ` the mean time between ${records(named)}${is(named)}`,
  backlog: (named) => ` the number of ${records(named)} still open at its end${is(named)}`,
  score: (named) => ` the score of ${parts(named)}${is(named)}`,
  entered: (named) => ` the figure entered for it, with evidence,${is(named)}`,
};

function target({ level }: Named): string {
  return expectedText(level, level.target) ?? "the share shown";
}

/** `at least 92.00 % of `; staged tests carry their targets with their times. */
function ofTarget(named: Named): string {
  if (named.level.stages.length > 0) return "";
  return named.level.target.expected === null ? "the share of " : `${target(named)} of `;
}

const is = ({ level }: Named): string =>
  level.target.expected === null ? "" : ` is ${expectedText(level, level.target)}`;

function records({ level, contract }: Named): string {
  const many = level.of === null ? "records" : recordWords[level.of].many;
  return `${many}${withSelection(level.where, contract)}`;
}

function inTime({ level }: Named): string {
  const { clock } = level;
  if (clock === null) return "in time";
  const done = momentWords[clock.stops].done;
  if (clock.by !== null) return `${done} before ${momentWords[clock.by].when.replace(/^it is due$/, "they are due")}`;
  if (level.stages.length > 0) return `${done} ${all(level.stages.map((stage) => stageText(level, stage)))}`;
  const rows = Object.values(clock.rows);
  const [only] = rows;
  const one = clock.per === null && only !== undefined && only.within !== null;
  const time = one ? allowedTime(only.within) : `the time agreed for their ${clock.per ?? "kind"}`;
  return `${done} within ${time}${one ? "" : ","} after they are ${momentWords[clock.starts].done}`;
}

function stageText(level: LevelTerms, stage: Stage): string {
  const least = minimumText(level, stage);
  const minimum = least === null ? "" : `, minimum ${least}`;
  return `within ${allowedTime(stage.within)} (${expectedText(level, stage) ?? "reported"}${minimum})`;
}

const good = ({ level, contract }: Named): string =>
  level.good === null ? "no condition is agreed" : selectionText(level.good, contract) || "every one of them";

function services({ level, contract }: Named): string {
  const names = level.services.map((id) => contract.catalogue[id]?.name ?? contract.names[id] ?? id);
  return names.length === 0 ? "the services of this agreement" : all(names);
}

function available(named: Named): string {
  const { together } = named.level;
  if (together === null) return `${services(named)} ${named.level.services.length === 1 ? "is" : "are"} available`;
  const names = together.of.map((id) => named.contract.catalogue[id]?.name ?? id);
  const every = together.atLeast === names.length;
  return `${every ? "all" : `at least ${together.atLeast}`} of ${all(names)} are available together`;
}

function down({ level, contract }: Named): string {
  const many = level.of === null ? "outages" : recordWords[level.of].many;
  const which = selectionText(level.where, contract);
  const weight = level.weightedBy;
  const weighted = weight === null ? "" : `, each by its ${weight.field.replaceAll("_", " ")} over ${weight.of.n}`;
  return `Down is the time of ${many}${which === "" ? "" : ` whose ${which}`}${weighted}`;
}

const every = ({ level }: Named): string =>
  level.sampledEvery === null ? "" : `, one every ${allowedTime(level.sampledEvery)},`;

const scale = ({ level }: Named): string =>
  level.scale === null ? "" : `, on a scale from ${level.scale.from.n} to ${level.scale.to.n},`;

const trimmed = ({ level }: Named): string =>
  level.trim === null ? "" : ` the slowest ${shareText(level.trim)} left aside,`;

const value = ({ level }: Named): string => valueText(level);

function percent({ level }: Named): string {
  return level.percent === null ? "percentile" : `${shareText(level.percent).replace(/ %$/, "")}th percentile`;
}

const countOrSum = (named: Named): string =>
  named.level.value === null && named.level.clock === null
    ? `the number of ${records(named)}`
    : `the sum of ${value(named)}, over all ${records(named)},`;

function divisor({ level, contract }: Named): string {
  if (level.per === null) return "record";
  const which = selectionText(level.per.where, contract);
  return `${recordWords[level.per.of].one}${which === "" ? "" : ` whose ${which}`}`;
}

const parts = ({ level }: Named): string =>
  level.parts.length === 0 ? "no part" : all(level.parts.map((part) => `${part.level} (${shareText(part.share)})`));
