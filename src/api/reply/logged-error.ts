/** What the log may keep of an error. */
export interface LoggedError {
  readonly error: string;
  /** Of a database: SQLSTATE; of the system: ENOSPC and the like. */
  readonly errorCode?: string;
  readonly stack: readonly string[];
}

/**
 * An error as the log may keep it: what it says and where, never the statement, its values or the row that a database
 * hands along. What a database says about a value that it cannot take (class 22) holds the value, so it is left out.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { error: `thrown: ${typeof error}`, stack: [] };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const isOfValue = code !== null && /^22...$/.test(code);
  return {
    error: isOfValue ? "a value that the database cannot take" : `${error.name}: ${error.message}`,
    ...(code === null ? {} : { errorCode: code }),
    stack: (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)),
  };
}
