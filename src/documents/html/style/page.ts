/** Ground, type, the list of contents, cards and sections. */
export const pageStyle = `*{box-sizing:border-box;margin:0;padding:0}
html{background:var(--page);color:var(--ink);font:400 13px/20px "Inter Variable",Inter,system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums;font-feature-settings:"tnum","calt";-webkit-font-smoothing:antialiased;text-rendering:geometricPrecision;-webkit-text-size-adjust:100%;scroll-padding-top:16px}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
a{color:inherit;text-decoration:none}a:hover{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
ul{list-style:none}b{font-weight:600}i,em{font-style:normal}
small{display:block;font-size:11.5px;line-height:15px;color:var(--faint);font-weight:400}
.quiet{color:var(--faint)}.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.skip{position:absolute;left:-999px}.skip:focus{left:16px;top:8px;background:var(--surface);padding:6px 12px;z-index:2}
.patterns{position:absolute}
.shell{display:grid;grid-template-columns:224px minmax(0,1164px);grid-template-rows:auto 1fr;justify-content:center;min-height:100vh}
.contents{grid-column:1;grid-row:1/span 2;position:sticky;top:0;height:100vh;overflow:auto;padding:22px 14px 22px 10px;border-right:1px solid var(--line);scrollbar-width:thin}
.contents .brand{display:flex;gap:9px;align-items:flex-start;font-weight:600;font-size:13px;line-height:17px;padding:0 8px 14px}.brand svg{flex:none}
.contents .cap{font-size:11px;line-height:15px;color:var(--faint);padding:12px 8px 4px}
.contents a{display:flex;gap:8px;align-items:flex-start;padding:4px 8px;line-height:18px;border-radius:5px;color:var(--muted);font-size:12.5px}
.contents a:hover{background:var(--sunk);color:var(--ink)}.contents .shape{flex:none;margin-top:3px}
.contents a>span:not(.hidden){display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;min-width:0}.contents .group{color:var(--faint)}
.answer{grid-column:2;grid-row:1;padding:24px 28px 0;min-width:0}main{grid-column:2;grid-row:2;padding:0 28px 40px;min-width:0}
.kicker{color:var(--muted);font-size:12.5px}
h1{font-size:24px;line-height:31px;font-weight:600;letter-spacing:-.018em;margin-top:6px;max-width:1000px;text-wrap:pretty}
.because{color:var(--muted);font-size:13.5px;line-height:21px;margin-top:6px;max-width:960px;text-wrap:pretty}
.counts{display:flex;flex-wrap:wrap;gap:6px 18px;margin-top:12px;color:var(--muted)}.counts li{display:flex;align-items:center;gap:6px}.counts b{color:var(--ink)}
.facts{display:flex;flex-wrap:wrap;gap:10px 32px;margin-top:14px;padding-top:12px;border-top:1px solid var(--line);font-size:12.5px}
.facts dt{color:var(--faint);font-size:11.5px;line-height:16px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:12px 16px 14px;margin-top:14px;min-width:0}
h2{font-size:15px;line-height:22px;font-weight:600;letter-spacing:-.006em}h3{font-size:13px;line-height:20px;font-weight:600}h4{font-size:12px;line-height:18px;font-weight:600;margin-top:12px}
.side{font-weight:400;color:var(--faint);font-size:12px;letter-spacing:0;margin-left:6px}
.status{display:inline-flex;align-items:center;gap:6px;white-space:nowrap}.shape{flex:none}
.v-met,.v-now{color:var(--met)}.v-min,.w-warning{color:var(--min)}.v-miss,.w-error,.over{color:var(--miss)}.v-unk,.v-none,.w-note{color:var(--unk)}
.status.v-met>span,.status.v-none>span{color:var(--muted)}.spark .v-now{color:var(--ink)}
.attention ul{margin-top:4px}.attention li{display:grid;grid-template-columns:118px minmax(0,1fr);gap:4px 12px;padding:9px 0;border-top:1px solid var(--line)}.attention li:first-child{border-top:0}.attention li:last-child{padding-bottom:0}
.attention a{font-weight:550}.attention p{color:var(--muted);font-size:12.5px;line-height:18px;max-width:780px;text-wrap:pretty}
.group{color:var(--muted);font-weight:400}.group::before{content:", "}
.level,.chapter{margin-top:38px;padding-top:22px;border-top:1px solid var(--line2)}
.level>header{display:flex;justify-content:space-between;align-items:baseline;gap:16px}.level>header h2{font-size:17px;line-height:24px;letter-spacing:-.012em;min-width:0;overflow-wrap:anywhere}
.reason{color:var(--muted);font-size:13.5px;line-height:21px;margin-top:3px;max-width:840px;text-wrap:pretty}
.pair{display:grid;grid-template-columns:minmax(0,1fr) 336px;gap:14px;align-items:stretch}.stack{display:flex;flex-direction:column;min-width:0}
.alone{grid-template-columns:minmax(0,1fr)}.alone .stack{flex-direction:row;gap:14px}.alone .stack .card{flex:1 1 0}.alone .kv{columns:2;column-gap:24px}
.stack .card:last-child:not(:first-child){flex:1}
.big{display:flex;gap:16px;align-items:center;margin:2px 0 10px;min-height:44px}.big p{font-size:36px;line-height:44px;font-weight:600;letter-spacing:-.03em;color:var(--ink);white-space:nowrap}
.big p.none{font-size:24px;color:var(--unk);letter-spacing:-.02em}.big p small{display:inline;font-size:18px;font-weight:500;color:var(--muted);letter-spacing:0}.big div{font-size:12.5px;line-height:18px;color:var(--muted);min-width:0}.big div b{display:block;color:var(--ink)}
.kv>div{display:grid;grid-template-columns:124px minmax(0,1fr);gap:8px;font-size:12.5px;line-height:18px;padding:2px 0}.kv dt{color:var(--faint)}.mark{white-space:nowrap}.mark .shape{vertical-align:-1.5px}
.bars{margin-top:6px}.level>.population .bars{columns:2;column-gap:40px}.level>.population .bars li{break-inside:avoid}.bars li{display:grid;grid-template-columns:minmax(0,1.5fr) minmax(40px,1fr) 44px;gap:10px;align-items:center;font-size:12px;line-height:16px;padding:3px 0}
.bars i{height:9px}.bars u{display:block;height:9px;background:var(--run);border-radius:1px;min-width:2px}.bars .out u{background:var(--surface);border:1px solid var(--hatch)}.bars .out span{color:var(--faint)}.bars b{text-align:right;font-weight:550}
.definition{display:grid;grid-template-columns:minmax(0,1fr) 336px;padding:0}.definition>div{padding:12px 16px 16px;min-width:0}.terms{border-left:1px solid var(--line)}
blockquote{font-size:13.5px;line-height:21px;margin-top:5px;max-width:66ch;text-wrap:pretty}
.formula{margin-top:10px;padding:7px 10px;background:var(--sunk);border-radius:6px;font-size:12.5px;line-height:18px;overflow-wrap:anywhere}
.prose ul{margin-top:3px}.prose li{font-size:12.5px;line-height:18px;color:var(--muted);padding:1.5px 0 1.5px 12px;position:relative;max-width:76ch;text-wrap:pretty}.prose li::before{content:"";position:absolute;left:1px;top:9.5px;width:4px;height:1px;background:var(--hatch)}
.terms dl{margin-top:5px}.terms dl>div{display:grid;grid-template-columns:92px minmax(0,1fr);gap:8px;font-size:12px;line-height:17px;padding:3px 0}.terms dt{color:var(--faint)}.terms dd{overflow-wrap:anywhere}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:0 14px}.calendar p{color:var(--muted);font-size:12.5px;line-height:18px;margin-top:3px}
.glossary{columns:2;column-gap:32px}.glossary>div{break-inside:avoid;padding:5px 0;font-size:12.5px;line-height:18px}.glossary dt{font-weight:550}.glossary dd{color:var(--muted)}
.more a{border-bottom:1px solid var(--line2)}.empty,.more{color:var(--muted);font-size:12.5px;padding-top:4px}
footer{margin-top:32px;padding-top:14px;border-top:1px solid var(--line);color:var(--faint);font-size:11.5px;line-height:17px;max-width:840px}
.only-narrow{display:none}`;
