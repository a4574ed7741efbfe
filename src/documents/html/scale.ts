/** A scale from values to places along a line, with the values at which it is marked. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly marks: readonly number[];
  readonly step: number;
}

/** A scale whose marks are round numbers; `values` must not be empty. `cap` is a value that it never passes. */
export function scaleOf(values: readonly number[], from: number, to: number): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = roundStep((high - low || Math.abs(high) || 1) / 3);
  const first = Math.floor(low / step + 1e-9) * step;
  const last = Math.max(Math.ceil(high / step - 1e-9) * step, first + step);
  const count = Math.round((last - first) / step);
  const marks = Array.from({ length: count + 1 }, (_, index) => first + index * step);
  return { at: (value) => from + ((value - first) / (last - first)) * (to - from), marks, step };
}

/** The nearest of 1, 2, 5 times a power of ten that is not smaller. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const found = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999);
  return (found ?? 10) * power;
}

/** Seconds are marked in round minutes and hours. */
export function timeScaleOf(values: readonly number[], from: number, to: number): Scale {
  const unit = [86_400, 3600, 60, 1].find((each) => Math.max(...values) >= 2 * each) ?? 1;
  const scale = scaleOf(
    values.map((value) => value / unit),
    from,
    to,
  );
  return {
    at: (value) => scale.at(value / unit),
    marks: scale.marks.map((mark) => mark * unit),
    step: scale.step * unit,
  };
}
