/** Decimals of the smallest unit of a currency: 2, 0 for the yen, 3 for the dinar. */
export function minorPlacesOf(currency: string): number {
  if (whole.includes(currency)) return 0;
  return thousandths.includes(currency) ? 3 : 2;
}

/** Currencies without a minor unit. */
const whole: readonly string[] = ["JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF", "XPF"];

/** Currencies whose minor unit is a thousandth. */
const thousandths: readonly string[] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];
