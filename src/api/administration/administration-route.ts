import type { z } from "zod";
import type { Unit } from "../../store/gate.ts";
import type { Reply } from "../act.ts";
import { once, repeatableOf } from "../request/idempotency.ts";
import type { Asked, Route } from "../route.ts";
import { asAdministrator } from "./administrator-only.ts";

/** Something that an administrator reads or does, as data. */
export interface Administered<I, O> {
  readonly name: string;
  readonly method: Route["method"];
  readonly path: string;
  readonly summary: string;
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
  /** Does it in one transaction, as the program in the administrator's tenant. */
  run(unit: Unit, input: I, by: By): Promise<O>;
}

/** Who does it, and when. */
export interface By {
  readonly person: string;
  readonly now: number;
}

/** A route for a session or a key with the scope admin, of a person who holds the role ADM for the whole tenant. */
export const administrationRoute = <I, O>(declared: Administered<I, O>): Route<I> => ({
  ...administered(declared),
  answer: async (asked, input) => {
    const { gate, now } = asked.deps;
    const { method, path } = declared;
    const repeatable = method === "GET" ? null : repeatableOf(asked.request, { route: `${method} ${path}`, input });
    const made = await once({ gate, who: asked.caller, now: now(), repeatable }, (also) =>
      replied(asked, declared, { input, also }),
    );
    return Response.json(made.body, {
      headers: {
        "cache-control": "no-store",
        ...(made.again === "again" ? { "idempotency-replayed": "true" } : {}),
      },
    });
  },
});

/** What every route of an administrator has. */
export const administered = <I, O>({
  name,
  method,
  path,
  summary,
  input,
  output,
}: Omit<Administered<I, O>, "run">): Omit<Route<I>, "answer"> => ({
  ...{ name, method, path, summary, input },
  kind: "administration",
  replies: [{ status: 200, type: "application/json", body: output }],
  takes: method === "GET" ? "nothing" : "json",
  scope: "admin",
});

const replied = <I, O>(
  asked: Asked,
  declared: Administered<I, O>,
  { input, also }: { readonly input: I; readonly also: (unit: Unit, reply: Reply) => Promise<void> },
): Promise<Reply> =>
  asAdministrator(asked, async (unit) => {
    const by = { person: asked.caller.person, now: asked.deps.now() };
    const reply = { status: 200 as const, body: await declared.run(unit, input, by) };
    await also(unit, reply);
    return reply;
  });
