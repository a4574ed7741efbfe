import type { Complaint, Place, Problem } from "./problem.ts";

/** Where the name and the value of an entry stand. */
export interface Entry {
  readonly key: Place;
  readonly value: Place;
}

/** Every entry of the joined files by its path, joined by `.`. */
export type Places = ReadonlyMap<string, Entry>;

/** The place of a path, or of the nearest entry around it. */
export function placeOf(places: Places, path: readonly string[], at: Complaint["at"]): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const entry = places.get(path.slice(0, length).join("."));
    if (entry) return at === "key" || length < path.length ? entry.key : entry.value;
  }
  return { file: "", line: 1, column: 1 };
}

/** A complaint with its place; a path in braces, `{calendars.always}`, becomes the file and line it stands in. */
export function placed(places: Places, complaint: Complaint): Problem {
  const { path, at, code, weight } = complaint;
  const [message, way_out] = [pointed(places, complaint.message), pointed(places, complaint.way_out)];
  return { weight: weight ?? "error", ...placeOf(places, path, at), path: path.join("."), code, message, way_out };
}

function pointed(places: Places, said: string): string {
  return said.replace(/\{([^{}]+)\}/g, (braces, path: string) => {
    const place = places.get(path)?.key;
    return place ? `${place.file}:${place.line}` : braces;
  });
}
