/** What a page of derivations adds to the style of reports: steps on a line, formulas, dots, and the tree. */
export const explainStyle = `body{max-width:1180px;margin:0 auto}.derivation{padding:24px 28px 40px}
.top{display:flex;justify-content:space-between;gap:24px;align-items:flex-start}
.checked{display:flex;gap:8px;font-size:12px;line-height:16px;color:var(--muted);white-space:nowrap;padding-top:9px}.checked b{color:var(--ink);font-weight:550;display:block}.checked svg{margin-top:2px}
.step{display:grid;grid-template-columns:32px minmax(0,1fr);position:relative}
.step>.number{position:relative}.step>.number b{position:absolute;top:23px;left:0;width:21px;height:21px;border-radius:50%;border:1.3px solid var(--accent);color:var(--accent);font-size:11px;line-height:19px;text-align:center;font-weight:600;background:var(--page);z-index:1}
.step>.number::before{content:"";position:absolute;left:10px;top:30px;bottom:-30px;width:1.3px;background:var(--accent);opacity:.4}.step.last>.number::before{display:none}
.card>.head{display:flex;justify-content:space-between;align-items:baseline;gap:16px;flex-wrap:wrap;margin-bottom:6px}.card>.head h2{font-size:13px;line-height:20px;overflow-wrap:anywhere;min-width:0}.card>.head span{font-size:11.5px;color:var(--faint)}
.formula-row{display:flex;flex-wrap:wrap;align-items:flex-start;gap:8px 20px}.formula-row s{text-decoration:none;color:var(--faint);font-size:17px;line-height:28px}
.term{display:block;max-width:250px;min-width:0}.term b{display:block;font-size:18px;line-height:28px;letter-spacing:-.01em;border-bottom:1px solid var(--line2);width:max-content}.term i{display:block;font-size:12px;line-height:17px;color:var(--muted);margin-top:3px}.term em{display:block;font-size:11px;line-height:14px;color:var(--accent);overflow-wrap:anywhere}
.term.against{border-left:2px solid currentColor;padding-left:12px}.term.against b{border:0}.term.against.v-met b{color:var(--ink)}
.people{display:grid;grid-template-columns:minmax(0,1fr) minmax(220px,340px);gap:14px 28px;align-items:start}
.dots{display:block;width:100%;height:auto}.dots .ok{fill:var(--hatch)}.dots .bad{fill:var(--miss)}.dots .unk{fill:var(--surface);stroke:var(--unk);stroke-width:1.2}
.groups li{display:grid;grid-template-columns:38px minmax(0,1fr) auto;gap:8px;font-size:12.5px;line-height:18px;padding:2px 0}.groups b{text-align:right;font-weight:550}.groups i{color:var(--faint);font-size:11.5px}.groups span{overflow-wrap:anywhere}
.events td,.events th{font-size:12.5px}.events td:first-child{width:30px}.events td:nth-child(2),.events td:nth-child(4){white-space:nowrap}.events td.wrap{min-width:190px}td.wrap b{font-weight:550}
.whole{margin-top:26px}.whole h2{margin-bottom:4px}.tree{padding:10px 16px 12px}
.tree details>*:not(summary){margin-left:18px}.tree summary{cursor:pointer;list-style:none;border-radius:4px}.tree summary::-webkit-details-marker{display:none}
.tree summary .line::before{content:"";display:inline-block;width:0;height:0;border:4px solid transparent;border-left-color:var(--faint);border-right-width:0;margin:0 7px 0 1px}.tree details[open]>summary .line::before{transform:rotate(90deg)}
.tree .leaf .line{padding-left:12px}.line{font-size:12.5px;line-height:18px;padding:2px 0;overflow-wrap:anywhere}.line b{font-weight:600}.line b.v-miss{color:var(--miss)}.line .made{color:var(--muted)}.line em{color:var(--accent);font-size:11px;margin-left:6px}.line .exact{color:var(--faint);font-size:11px;margin-left:6px}
.tree .more{color:var(--faint);font-size:12px;padding:2px 0 2px 12px}
@media screen and (max-width:820px){.people{grid-template-columns:minmax(0,1fr)}.top{display:block}.step{grid-template-columns:26px minmax(0,1fr)}.formula-row s{display:none}.formula-row{gap:12px 20px}.checked{white-space:normal}.tree details>*:not(summary){margin-left:10px}.derivation{padding:16px}}`;
