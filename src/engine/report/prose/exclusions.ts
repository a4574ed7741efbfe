import type { AgreedDowntime, ContractTerms, LevelTerms } from "../../agreement/terms.ts";
import { abandonedWords } from "../words/agreement-words.ts";
import { allowedTime } from "../words/duration.ts";
import { all, any, sentence } from "../words/list.ts";
import { ruleWords } from "../words/rule-words.ts";
import { windowText } from "./hours-prose.ts";
import { selectionText } from "./selection-prose.ts";

/** What is left out of the figure, and what is not: a sentence each. */
export function exclusionSentences(level: LevelTerms, contract: ContractTerms): readonly string[] {
  const except = level.except.map(({ because, where }) => {
    const which = selectionText(where, contract);
    return `Left out: ${because.replace(/\.$/, "")}${which === "" ? "" : ` (${which})`}.`;
  });
  const abandoned = level.abandoned === null ? [] : [abandonedWords[level.abandoned]];
  const downtime = level.agreedDowntime === null ? [] : downtimeSentences(level.agreedDowntime, contract);
  const relief = sentence(
    `${ruleWords.relieved_records.name} ${ruleWords.relieved_records.says(level.rules.relieved_records)}`,
  );
  return [
    ...(except.length > 0 ? except : ["No records are left out by definition."]),
    ...abandoned,
    ...downtime,
    relief,
  ];
}

const treatedWords: Readonly<Record<AgreedDowntime["treated"], string>> = {
  "taken out": "Agreed downtime is taken out of the service time and of the downtime",
  "counted as up": "Agreed downtime counts as available time",
  "not agreed": "Planned downtime is not agreed: it counts as down",
};

function downtimeSentences(agreed: AgreedDowntime, contract: ContractTerms): readonly string[] {
  const windows = agreed.windows.map((id) => {
    const window = contract.windows[id];
    return window ? windowText(window, contract) : id;
  });
  const needs = agreed.needs === null ? [] : [`an ${agreed.needs}`];
  const notice = agreed.notice === null ? [] : [`notice of ${allowedTime(agreed.notice)}`];
  const asked = [...needs, ...notice];
  return [
    `${treatedWords[agreed.treated]}.`,
    windows.length === 0 ? "It may fall at any time." : `It falls within ${any(windows)}.`,
    ...(asked.length === 0 ? [] : [`It needs ${all(asked)}.`]),
    ...(agreed.atMost === null
      ? []
      : [`At most ${allowedTime(agreed.atMost)} of it in a period; more counts as down.`]),
  ];
}
