import type { ContractTerms } from "../../agreement/terms.ts";
import type { Segment } from "../../clock/reading.ts";
import type { Change, State } from "../../record/record.ts";
import { bearerWords } from "../words/agreement-words.ts";
import { small } from "../words/list.ts";
import { nameOf } from "../words/place.ts";
import { plain } from "../words/reason-words.ts";
import type { DerivedTerm } from "./derivation.ts";
import { ruleTerm, type Setting, termAt } from "./setting.ts";

/** What one event says: `state: waiting for the user`, `priority: P2`, `opened`. */
export function changeText(change: Change, contract: ContractTerms): string {
  switch (change.kind) {
    case "state":
      return `state: ${stateText(change.state, contract)}`;
    case "field":
      return `${change.field.replaceAll("_", " ")}: ${change.value === null ? "emptied" : nameOf(change.value, contract)}`;
    case "moment":
      return change.moment;
    case "message":
      return `${change.open ? "message" : "internal note"} of the ${change.by}`;
    case "value":
      return `value: ${change.value ?? "none"}`;
  }
}

function stateText(state: State, contract: ContractTerms): string {
  if (state.kind === "open") return state.name;
  if (state.kind === "waiting") return waitingText(state.reason, contract);
  return state.kind === "merged" && state.into !== null ? `merged into ${state.into}` : state.kind;
}

const waitingText = (reason: string, { waiting }: ContractTerms): string =>
  `waiting for ${small(waiting[reason]?.name ?? plain(reason, {}))}`;

/** What a stretch of a clock was and what decided it: `paused: waiting for the user; the client bears it`. */
export function segmentText({ kind, because, bearer, counted }: Segment, contract: ContractTerms): string {
  switch (kind) {
    case "paused":
      return `paused: ${waitingText(because, contract)}${bearer ? `; ${bearerWords[bearer]}` : ""}`;
    case "out of hours":
      return `outside hours: ${because === "out of hours" || because === "closed" ? "the hours of the week" : because}`;
    case "elsewhere":
      return `held by ${nameOf(because, contract)}`;
    case "relieved":
      return "taken out by granted relief";
    case "stopped":
      return `stopped: ${plain(because, {})}`;
    case "running":
      return counted === 0 ? "running, counted under earlier terms" : runningText(because, contract);
  }
}

function runningText(because: string, contract: ContractTerms): string {
  if (contract.waiting[because]) return `running: ${waitingText(because, contract)}, which does not pause it`;
  return because.endsWith(" ended") ? `running: ${plain(because, {})}` : "running";
}

/** The term that decided a stretch of a clock. */
export function segmentTerm(setting: Setting, { kind, because }: Segment, calendar: string | null): DerivedTerm | null {
  switch (kind) {
    case "running":
    case "out of hours":
      return calendarTerm(setting, calendar, because);
    case "paused":
      return termAt(setting, "clock.pauses_while_waiting_for", setting.contract.waiting[because]?.name ?? because);
    case "stopped":
      return stopTerm(setting, because);
    case "elsewhere":
      return setting.level.clock?.starts === "received"
        ? termAt(setting, "clock.starts", "received")
        : ruleTerm(setting, "on_transfer");
    case "relieved":
      return null;
  }
}

function stopTerm(setting: Setting, because: string): DerivedTerm {
  if (because === "merged") return ruleTerm(setting, "merged");
  if (because === "first stop is final") return ruleTerm(setting, "on_reopen");
  return termAt(setting, "clock.stops", setting.level.clock?.stops ?? "resolved");
}

/** The hours of a calendar, or the holiday or closure of it that shut it. */
function calendarTerm({ contract }: Setting, calendar: string | null, because: string): DerivedTerm | null {
  const terms = contract.calendars[calendar ?? ""];
  if (!terms) return null;
  const set = terms.holidays.find(({ dated, yearly, country }) =>
    [...dated, ...yearly, ...country].some(({ name }) => name === because),
  );
  const path = set ? `holidays.${set.id}` : `calendars.${terms.id}`;
  return { path, clause: terms.clause, value: set ? because : terms.title, written: true };
}
