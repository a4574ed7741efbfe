import type { LevelTerms } from "../agreement/terms.ts";
import type { Fact } from "../record/record.ts";
import type { Instant } from "../time/instant.ts";
import { type Span, span, unite } from "../time/span.ts";

/**
 * When a record belonged to services outside the reach of a promise, for agreements that split its time or start
 * afresh on a transfer (semantics 15). A clock that follows the holder needs none of it. The last stretch ends with
 * `until`.
 */
export function elsewhereSpans(
  level: LevelTerms,
  fact: Fact,
  { reach, until }: { readonly reach: ReadonlySet<string> | null; readonly until: Instant },
): readonly Span[] {
  const { on_transfer } = level.rules;
  const isAsked = on_transfer === "split by time" || on_transfer === "starts afresh";
  if (!isAsked || reach === null || level.clock?.starts === "received") return [];
  return outsideOf(fact, reach, until);
}

function outsideOf(fact: Fact, reach: ReadonlySet<string>, until: Instant): readonly Span[] {
  const named = new Map<string, string | null>();
  const spans: Span[] = [];
  let since: Instant | null = null;
  for (const { happened, change } of fact.events) {
    if (change.kind !== "field" || (change.field !== "service" && change.field !== "component")) continue;
    named.set(change.field, change.value);
    const isAway = isOutside([...named.values()], reach);
    if (isAway) since ??= happened;
    else if (since !== null) {
      const stretch = span(since, happened);
      if (stretch) spans.push(stretch);
      since = null;
    }
  }
  const last = since === null ? null : span(since, until);
  return unite(last ? [...spans, last] : spans);
}

function isOutside(values: readonly (string | null)[], reach: ReadonlySet<string>): boolean {
  const named = values.filter((value) => value !== null);
  return named.length > 0 && !named.some((value) => reach.has(value));
}
