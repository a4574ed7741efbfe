/** Tables, the scorecard and the list of misses. */
export const tableStyle = `table{border-collapse:collapse;width:100%;font-size:13px}
thead th{font-weight:450;font-size:11.5px;line-height:16px;color:var(--faint);text-align:left;height:28px;border-bottom:1px solid var(--line);white-space:nowrap;vertical-align:bottom;padding-bottom:5px}
td,th{padding:0 14px 0 0;text-align:left;font-weight:400}td:last-child,th:last-child{padding-right:0}
tbody td,tbody th{border-bottom:1px solid var(--line);height:32px;vertical-align:middle}tbody tr:last-child td,tbody tr:last-child th{border-bottom:0}
tfoot td,tfoot th{border-top:1px solid var(--line2);height:32px;font-weight:550}
.n{text-align:right}td.n,th.n{white-space:nowrap}thead th.n{text-align:right}
.plain td,.plain th{font-size:12.5px;line-height:18px}.plain td{padding-top:6px;padding-bottom:6px;height:auto;vertical-align:top;white-space:nowrap}.plain td.wrap,td.wrap{white-space:normal;overflow-wrap:anywhere}
.scroll{overflow-x:auto}.legend+.scroll{margin-top:8px}
.scorecard{padding-bottom:4px}.scorecard h2{font-size:13px;line-height:20px}
.scorecard tbody td,.scorecard tbody th{height:48px;padding-top:5px;padding-bottom:5px}
.scorecard .what{min-width:190px;font-weight:550;overflow-wrap:anywhere}.scorecard .what a{text-wrap:pretty}
.scorecard .size{font-weight:600}.figure{border-bottom:1px solid var(--line2)}.figure:hover{border-color:var(--accent)}
.scorecard i{display:none}.scorecard .target{color:var(--muted);font-size:12.5px;padding-left:6px}.words{color:var(--faint);font-size:12px}.step{display:block;font-size:12px;line-height:17px}
.scorecard .misses b{font-weight:550}.scorecard .misses small{display:inline;margin-left:5px;font-size:12px}.scorecard td.trend{width:118px}.spark{display:block}
.misses .row{display:grid;grid-template-columns:minmax(112px,.8fr) 164px 164px 76px 72px minmax(0,1.3fr);gap:0 14px;align-items:center;min-height:34px;padding:5px 0;font-size:12.5px;line-height:17px}
.misses .row i{display:none}.misses .head{font-size:11.5px;color:var(--faint);min-height:26px;border-bottom:1px solid var(--line);padding:3px 0}
.misses>.row:not(.head),.misses>details{border-bottom:1px solid var(--line)}.misses>.row:last-child,.misses>details:last-child{border-bottom:0!important}
.misses summary{cursor:pointer;list-style:none;border-radius:4px}.misses summary::-webkit-details-marker{display:none}
.misses>details>summary .record::before{content:"";display:inline-block;width:0;height:0;border:4px solid transparent;border-left-color:var(--faint);border-right-width:0;margin:0 8px 0 1px}.misses>details[open]>summary .record::before{transform:rotate(90deg)}
.misses>details>summary:hover .record{color:var(--accent)}
.record{font-weight:550;overflow-wrap:anywhere}.when,.why{color:var(--muted)}.when{white-space:nowrap}.why{overflow-wrap:anywhere}.overrun{color:var(--miss);font-weight:550}
.misses .n small{font-size:11px;line-height:13px}
.clock{padding:6px 0 12px 13px}.figures>summary{color:var(--accent);font-size:12px;padding-top:4px;width:fit-content}.figures td{font-size:12px;height:28px;white-space:nowrap}.figures p{font-size:11.5px;padding-top:4px}
.times{margin-top:10px}.times th[scope=row]{font-weight:550;white-space:nowrap;font-size:12.5px;vertical-align:top;padding-top:5px;height:auto;line-height:18px}.times td{font-size:12.5px;line-height:18px;white-space:nowrap;padding-top:5px;padding-bottom:5px;height:auto;vertical-align:top}.times td.wrap{white-space:normal;color:var(--muted)}
.rules td:first-child{width:31%}.rules .again{color:transparent;user-select:none}.rules td:nth-child(3){width:22%;color:var(--muted)}.rules a{border-bottom:1px solid var(--line2)}
.change>p{font-size:12.5px;line-height:18px;margin-top:3px;max-width:840px;text-wrap:pretty}.change table{margin:8px 0 2px;table-layout:fixed}.change th:first-child,.change th:nth-child(2){width:27%}.change .again{color:transparent;user-select:none}
.code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:10.5px}`;
