import type { z } from "zod";
import { type Complaint, notFound, ProblemError } from "../reply/problem.ts";
import { isStorable, malformed } from "./well-formed.ts";

/** Where the members of an input come from. */
export interface Given {
  /** Members of the path, which name the thing: one that cannot be a name is a thing that is not there. */
  readonly path: Readonly<Record<string, string>>;
  /** Members of the query, or of the body. */
  readonly rest: Readonly<Record<string, unknown>>;
  readonly from: "query" | "body";
}

/** Reads an input by its schema; refuses with everything that is wrong at once. */
export function parseInput<I>(schema: z.ZodType<I>, { path, rest, from }: Given): I {
  if (!isStorable(path)) throw notFound();
  const twice = Object.keys(rest).filter((member) => Object.hasOwn(path, member));
  const result = schema.safeParse({ ...rest, ...path });
  const complaints = [
    ...twice.map((member) => complaint(from, [member], { code: "unknown-member", detail: "It stands in the path." })),
    ...(result.error?.issues ?? []).flatMap((issue) => complaintsOf(issue, from)),
  ];
  if (result.success && complaints.length === 0) return result.data;
  if ((result.error?.issues ?? []).some((issue) => Object.hasOwn(path, String(issue.path[0])))) throw notFound();
  throw new ProblemError(422, "input-refused", { detail: sentence(complaints.length, from), complaints });
}

/** The members of a query, each once; the same member twice says two things. */
export function queryMembers(url: URL): Readonly<Record<string, string>> {
  const members: Record<string, string> = Object.create(null);
  for (const [member, value] of url.searchParams) {
    if (member in members) throw malformed("member-twice", `The query has the member ${member} twice.`);
    members[member] = value;
  }
  if (!isStorable({ ...members })) throw malformed("text-not-storable", "A text holds a NUL or half of a character.");
  return { ...members };
}

function complaintsOf(issue: z.core.$ZodIssue, from: Given["from"]): readonly Complaint[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      complaint(from, [...issue.path, key], { code: "unknown-member", detail: "There is no such member here." }),
    );
  return [complaint(from, issue.path, { code: issue.code.replaceAll("_", "-"), detail: issue.message })];
}

const complaint = (
  from: Given["from"],
  path: readonly PropertyKey[],
  said: { code: string; detail: string },
): Complaint => ({
  ...said,
  ...(from === "query" ? { member: String(path[0] ?? "") } : { pointer: pointerOf(path) }),
});

/** A JSON pointer (RFC 6901). */
const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const sentence = (count: number, from: Given["from"]): string =>
  `The ${from} has ${count === 1 ? "something" : `${count} things`} that cannot be taken; \`errors\` says where.`;
