/** Stands instead of a verdict where a later evaluation no longer gives the result. */
export const gone = "gone";
