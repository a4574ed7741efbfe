/** Drawings: everything in them is coloured by its class, so that both themes and paper share them. */
export const chartStyle = `.chart{display:block;width:100%;height:auto;margin-top:8px;overflow:visible}
svg text{font-family:inherit;font-variant-numeric:tabular-nums;font-size:11px;fill:var(--muted)}
.grid:not(div){stroke:var(--line);fill:none}.axis{fill:var(--faint)}.axis.now,.axis.strong{fill:var(--ink);font-weight:550}
.line{fill:none;stroke:var(--hatch);stroke-width:1.4}.spark .line{stroke:var(--muted);stroke-width:1.2}.rule{stroke:var(--line2)}
.expected:not(text){fill:none;stroke:var(--ink);stroke-width:1.2}.minimum:not(text){fill:none;stroke:var(--miss);stroke-width:1.2;stroke-dasharray:5 3}
.label{font-size:11.5px}.label.expected{fill:var(--ink)}.label.minimum{fill:var(--miss)}
.beyond{fill:var(--miss-soft);opacity:.5}.under{fill:var(--surface)}.interval{fill:none;stroke:var(--unk);stroke-width:1.4}
.value{paint-order:stroke;stroke:var(--surface);stroke-width:3.5px}.value.tight{font-size:9.5px}.value.last{font-weight:600;fill:var(--ink);font-size:12px}
.count{fill:var(--off);stroke:var(--line2);stroke-width:.8}
.day{fill:var(--sunk)}.open{fill:var(--off)}.down{fill:var(--miss)}.agreed{fill:url(#hatch)}.relieved{fill:url(#hatch-accent)}.unknown{fill:url(#dots);stroke:var(--unk);stroke-width:.6}
.run{fill:var(--run)}.over:not(b){fill:var(--miss)}.paused{fill:url(#hatch);stroke:var(--hatch)}.off{fill:var(--off)}.elsewhere{fill:var(--sunk);stroke:var(--line2)}
.back{fill:var(--surface)}.on-run,.on-over{fill:var(--surface);font-weight:550}.on-paused,.on-off,.on-relieved,.on-elsewhere{fill:var(--ink)}.on-over{font-weight:600}
.midnight{stroke:var(--line2)}.held{fill:var(--sunk);stroke:var(--line2)}path.reached{stroke:var(--miss);stroke-width:1.4}text.reached{fill:var(--miss);font-weight:550}
.legend{display:flex;flex-wrap:wrap;gap:3px 16px;margin-top:8px;font-size:11.5px;line-height:16px;color:var(--faint)}.legend li{display:flex;gap:6px;align-items:flex-start}.legend svg{flex:none;margin-top:2px}
.legend.only-narrow{display:none}.rule-expected,.rule-minimum{display:inline-block;width:16px;height:0;border-top:1.5px solid var(--ink);margin-top:7px}.rule-minimum{border-top:1.5px dashed var(--miss)}`;
