/** Colours of the two themes. Text has a contrast of at least 4.5 on every ground it stands on. */
export const tokens = `:root{color-scheme:light dark;
--page:#f6f7f8;--surface:#ffffff;--sunk:#f1f3f5;--line:#e2e5e9;--line2:#cdd2d9;--ink:#14181d;--muted:#4d5560;--faint:#626a75;
--accent:#1d4fb8;--accent-soft:#e9effb;--met:#297552;--min:#8f5c00;--miss:#b8281f;--miss-soft:#fbe9e7;--unk:#5a6472;
--run:#2b3440;--hatch:#848e9b;--off:#e8ebee}
@media (prefers-color-scheme:dark){:root{
--page:#101317;--surface:#171b20;--sunk:#1e2329;--line:#2a3038;--line2:#3c444e;--ink:#e9ecf0;--muted:#aeb6c1;--faint:#8d96a2;
--accent:#8fb2ff;--accent-soft:#1c2a47;--met:#6cc49a;--min:#e0b055;--miss:#ff8a80;--miss-soft:#3c1d1c;--unk:#a3acb8;
--run:#cdd4dd;--hatch:#6d7682;--off:#242a31}}
@media print{:root{color-scheme:light;
--page:#ffffff;--surface:#ffffff;--sunk:#f1f3f5;--line:#d9dde2;--line2:#b9c0c9;--ink:#14181d;--muted:#4d5560;--faint:#5c646f;
--accent:#1d4fb8;--accent-soft:#e9effb;--met:#297552;--min:#8f5c00;--miss:#b8281f;--miss-soft:#fbe9e7;--unk:#5a6472;
--run:#2b3440;--hatch:#848e9b;--off:#e8ebee}}`;
