/** Smaller screens: the contents above, two columns as one, the scorecard as a list. */
export const phoneStyle = `@media screen and (max-width:1080px){
.shell{display:block}
.contents{position:static;height:auto;border:0;padding:8px 20px 0;display:flex;flex-wrap:wrap;align-items:center}
.contents .brand,.contents .cap,.contents .levels{display:none}.contents ul{display:flex;flex-wrap:wrap}
}
@media screen and (max-width:820px){
.pair,.definition{grid-template-columns:minmax(0,1fr)}.alone .stack{flex-direction:column;gap:0}.terms{border-left:0;border-top:1px solid var(--line)}
.only-narrow,.legend.only-narrow{display:block}.legend.only-narrow{display:flex}.only-wide{display:none}
.answer{padding:16px 16px 0}main{padding:0 16px 32px}.contents{padding:8px 8px 0}h1{font-size:20px;line-height:27px}
.card{padding:11px 13px 12px}.definition>div{padding:11px 13px 14px}
.glossary,.level>.population .bars,.alone .kv{columns:1!important}.grid{grid-template-columns:minmax(0,1fr)}
.scorecard thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.scorecard table,.scorecard tbody{display:block}
.scorecard tr{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:1px 14px;padding:9px 0;border-bottom:1px solid var(--line)}.scorecard tr:last-child{border-bottom:0}
.scorecard tbody td,.scorecard tbody th{display:block;height:auto;padding:0;border:0}
.scorecard .what{grid-column:1;grid-row:1;min-width:0}.scorecard .size{grid-column:2;grid-row:1}.scorecard .verdict{grid-column:1;grid-row:2/span 3;align-self:start;font-size:12px}
.scorecard .target,.scorecard .misses{grid-column:2;text-align:right;font-size:12px;line-height:17px;color:var(--muted)}.scorecard .empty,.scorecard .trend{display:none}.scorecard i{display:inline;color:var(--faint)}.scorecard .words{display:none}
.attention li{grid-template-columns:minmax(0,1fr)}
.misses .head{display:none}.misses .row{grid-template-columns:minmax(0,1fr) auto;gap:1px 12px;padding:8px 0}.misses .row i{display:inline;color:var(--faint)}
.misses .record{grid-column:1;grid-row:1}.misses .row>.n{grid-column:2;grid-row:1}.misses .row>.overrun{grid-row:2}.misses .when{grid-column:1;font-size:12px}.misses .when:nth-of-type(2){grid-row:2}.misses .why{grid-column:1/-1}
.clock{padding-left:0}.rules thead{display:none}.rules tr{display:block;padding:7px 0;border-bottom:1px solid var(--line)}.rules td{display:block;width:auto!important;padding:0!important;border:0!important}.rules .again{display:none}.rules td:first-child{font-weight:550}
.level>header{flex-wrap:wrap;gap:2px 12px}
}`;

/** Paper of any size: page numbers, heads that return, nothing torn apart, everything that is folded laid open. */
export const printStyle = `@page{margin:16mm 14mm 18mm;@bottom-right{content:counter(page) " of " counter(pages);font:400 8pt "Inter Variable",sans-serif;color:#626a75}}
@media print{
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.shell{display:block;zoom:.84;padding-right:1px}.answer,main{padding:0}.skip{display:none}
.contents{position:static;height:auto;overflow:visible;border:0;padding:10px 0 0;columns:3;column-gap:24px}.contents .brand{display:none}.contents a{padding:1.5px 0;line-height:16px;font-size:11.5px}.contents .cap{padding:6px 0 2px;break-after:avoid}.contents .shape{margin-top:2px}
.card{border-color:var(--line2)}.card,.reason,.level>header,.attention li,.calendar,tr,.row,.legend,.big,.kv{break-inside:avoid}
.scorecard,.definition,.misses,.chapter .card{break-inside:auto}.misses>details{break-inside:avoid}
h2,h3,h4,.level>header,thead{break-after:avoid}thead{display:table-header-group}tfoot{display:table-row-group}
.level{margin-top:26px;padding-top:18px}.pair{break-inside:avoid}.pair,.reason{break-before:avoid}#scorecard+.level{break-before:page;border-top:0;margin-top:0;padding-top:0}.pair{align-items:start}.card{-webkit-box-decoration-break:clone;box-decoration-break:clone}
.pair:not(.alone){grid-template-columns:minmax(0,1fr) 290px}.definition{grid-template-columns:minmax(0,1fr) 264px}.kv>div{grid-template-columns:104px minmax(0,1fr)}.big{gap:12px}.big p{font-size:30px;line-height:38px}
.misses .row{grid-template-columns:104px 152px 152px 64px 64px minmax(0,1fr);gap:0 8px;font-size:12px}
details::details-content{content-visibility:visible;display:block;height:auto}.figures{display:none}
.misses>details>summary .record::before{display:none}
.scroll{overflow:visible}td,th{padding-right:9px}.scorecard td.trend,.scorecard th.trend{display:none}
a{color:inherit}
}`;
