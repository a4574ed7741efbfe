import { type Derivation, nodesOf, said } from "../engine/report/explain/derivation.ts";
import type { Zone } from "../engine/time/zone.ts";
import { clockLine } from "./explain-clock-bar.ts";
import { many, originText } from "./explain-formula.ts";
import { clockBar } from "./html/clock-bar.ts";
import { html, type Markup, nothing } from "./html/markup.ts";
import { name } from "./html/text.ts";

/** One step of the page: its title, a line about where it is from, and what it shows. */
export interface Step {
  readonly title: string;
  readonly from: string;
  readonly body: Markup;
}

/** The verdict as a formula: what the figure is made of, the figure, and each mark it was held against. */
export function formulaStep(root: Derivation): Step | null {
  const figure = nodesOf(root).find(({ id }) => id.endsWith("/figure"));
  const compared = nodesOf(root).filter(({ operation }) => operation.kind === "compare");
  const marks = compared.filter(
    ({ children }) => children[1]?.title === "expected" || children[1]?.title === "minimum",
  );
  if (!figure) return null;
  const signs: Readonly<Record<string, string>> = { ratio: "÷", difference: "−", product: "×", sum: "+" };
  const sign = signs[figure.operation.kind] ?? "";
  const parts = figure.children.slice(0, sign === "" ? 0 : 4);
  const made = parts.map((part, index) => html`${index === 0 ? nothing : html`<s>${sign}</s>`}${term(part)}`);
  const body = html`<div class="formula-row">${made}${parts.length === 0 ? nothing : html`<s>=</s>`}${term({ ...figure, title: "figure" })}${marks.slice(0, 2).map(markTerm)}</div>`;
  return { title: figure.title, from: root.term === null ? originText(figure) : originText(root), body };
}

const term = (node: Derivation): Markup =>
  html`<span class="term"><b>${node.text}</b><i>${name(short(node.title))}</i><em>${name(originText(node))}</em></span>`;

const short = (title: string): string => (title.length > 48 ? `${title.slice(0, 47)}…` : title);

function markTerm(node: Derivation): Markup {
  const mark = node.children[1];
  const holds = node.text === said.holds;
  return html`<span class="term against ${holds ? "v-met" : "v-miss"}"><b>${mark?.text ?? ""}</b><i>${mark?.title ?? ""}: ${node.text}</i><em>${name(mark ? originText(mark) : "")}</em></span>`;
}

/** Every record of the population as a dot, misses as diamonds, and the groups that do not count in words. */
export function populationStep(root: Derivation): Step | null {
  const groups = nodesOf(root).filter(({ operation }) => operation.kind === "count");
  if (groups.length === 0) return null;
  const sized = groups.map((group) => ({ group, word: wordOf(group), size: many(group) }));
  const of = (word: string): number =>
    sized.filter((each) => each.word === word).reduce((sum, { size }) => sum + size, 0);
  const [good, bad, unknown] = [of(said.good), of(said.bad), of(said.unknown)];
  const lines = sized.map(
    ({ group, word, size }) => html`<li><b>${size}</b><span>${name(group.title)}</span><i>${word}</i></li>`,
  );
  const total = sized.reduce((sum, { size }) => sum + size, 0);
  const counted = good + bad + unknown;
  const body = html`<div class="people"><div>${dots(good, bad, unknown)}</div><ul class="groups">${lines}</ul></div>`;
  return {
    title: `${counted} of ${total} records count`,
    from: `${good} good, ${bad} not good${unknown > 0 ? `, ${unknown} not known` : ""}`,
    body,
  };
}

const wordOf = ({ operation }: Derivation): string => (operation.kind === "count" ? operation.of : "");

const mostDots = 1200;

/** Dots in columns of six; one for each record, or for several where there are very many. */
function dots(good: number, bad: number, unknown: number): Markup {
  const each = Math.ceil((good + bad + unknown) / mostDots);
  if (each === 0) return nothing;
  const kinds = [
    ...Array<string>(Math.round(good / each)).fill("ok"),
    ...Array<string>(Math.ceil(bad / each)).fill("bad"),
    ...Array<string>(Math.ceil(unknown / each)).fill("unk"),
  ];
  const columns = Math.max(40, Math.ceil(kinds.length / 6));
  const rows = Math.ceil(kinds.length / columns);
  const marks = kinds.map((kind, index) => {
    const [x, y] = [(index % columns) * 9 + 5, Math.floor(index / columns) * 9 + 5];
    if (kind === "bad") return html`<path class="bad" d="M${x} ${y - 4}l4 4-4 4-4-4z"/>`;
    return kind === "unk"
      ? html`<circle class="unk" cx="${x}" cy="${y}" r="2.6"/>`
      : html`<circle class="ok" cx="${x}" cy="${y}" r="2.6"/>`;
  });
  const label = `${good} good, ${bad} not good, ${unknown} not known`;
  const note = each === 1 ? nothing : html`<p class="quiet">one mark for ${each} records</p>`;
  return html`<svg class="dots" viewBox="0 0 ${columns * 9 + 2} ${rows * 9 + 2}" style="max-width:${columns * 9 + 2}px" role="img" aria-label="${label}">${marks}</svg>${note}`;
}

/** Spans of time by their cause, for measures of time. */
export function spansStep(root: Derivation): Step | null {
  const sets = nodesOf(root).filter(
    ({ id, operation }) => operation.kind === "union" && /\/(down|agreed|relieved|unknown)$/.test(id),
  );
  const rows = sets.flatMap((set) =>
    set.children.flatMap((cause) =>
      cause.children
        .filter(({ operation }) => operation.kind === "length")
        .map(
          (span) =>
            html`<tr><td>${set.title}</td><td class="wrap">${name(cause.title)}</td><td>${span.children[0]?.text ?? ""}</td><td>${span.children[1]?.text ?? ""}</td><td class="n">${span.text}</td></tr>`,
        ),
    ),
  );
  if (rows.length === 0) return null;
  const totals = sets.map(({ title, text }) => `${title} ${text}`).join(", ");
  const body = html`<div class="scroll"><table><thead><tr><th scope="col">Time</th><th scope="col">Cause</th><th scope="col">From</th><th scope="col">Until</th><th scope="col" class="n">Length</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return { title: "Time by what it was", from: totals, body };
}

/** Records drawn on one page; all others stand in the tree below. */
const mostClocks = 8;

/** The clocks of records that were late, drawn over calendar time, each with its raw events. */
export function clockSteps(root: Derivation, zone: Zone): readonly Step[] {
  const isBad = ({ operation, value }: Derivation): boolean =>
    ["record", "choice"].includes(operation.kind) && value.kind === "words" && value.words === said.bad;
  const records = nodesOf(root).filter(isBad);
  return (records.length === 0 && clockLine(root, zone) ? [root] : records.slice(0, mostClocks)).flatMap((record) => {
    const line = clockLine(record, zone);
    if (line === null) return [];
    const events = eventsOf(record);
    const drawn = { title: record.title, from: line.source, body: clockBar(line) };
    if (events.length === 0) return [drawn];
    return [drawn, { title: "Raw events", from: `${events.length} read by the clock`, body: eventTable(events) }];
  });
}

const eventsOf = (record: Derivation): readonly Derivation[] =>
  nodesOf(record).find(({ operation }) => operation.kind === "history")?.children ?? [];

function eventTable(events: readonly Derivation[]): Markup {
  const rows = events.map(
    ({ text, title, source }, index) =>
      html`<tr><td class="quiet">e${index + 1}</td><td>${text}</td><td class="wrap"><b>${name(title)}</b></td><td>${name(source?.file ?? "")}</td><td class="n">${source?.row ?? ""}</td></tr>`,
  );
  return html`<div class="scroll"><table class="events"><thead><tr><th></th><th scope="col">Happened</th><th scope="col">Event</th><th scope="col">File</th><th scope="col" class="n">Row</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
