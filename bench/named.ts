/** A package of the peers, which are installed apart (see README.md); null where it is not. */
export const named = async (name: string): Promise<Record<string, unknown> | null> => import(name).catch(() => null);
