import type { Route } from "../route.ts";

export const openApiOf = (routes: readonly Route[], version: string): unknown => ({ openapi: "3.1.1", version, routes: routes.length });
