/** Credits: amounts in a column of their own, lists beside each other where there is room. */
export const creditStyle = `.credit-lines{margin-top:4px}.credit-lines>li{display:grid;grid-template-columns:128px minmax(0,1fr);gap:0 16px;padding:9px 0;border-top:1px solid var(--line)}
.credit .amount{text-align:right;font-weight:600}.credit-lines a{font-weight:550}.credit p{font-size:12.5px;line-height:18px;max-width:780px;text-wrap:pretty;color:var(--muted)}
.credit .big{flex-wrap:wrap;gap:2px 16px}.credit .big p{font-size:30px;line-height:38px;color:var(--ink);white-space:nowrap}.credit .stages td:nth-child(3){min-width:130px}.credit .big b{display:block}.credit .big b.now{display:inline}
.credit summary{color:var(--accent);font-size:12px;padding-top:4px;width:fit-content;cursor:pointer}
.credit-lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(340px,100%),1fr));gap:4px 32px}.credit-lists td{padding-top:5px;padding-bottom:5px}
@media screen and (max-width:820px){.credit-lines>li{grid-template-columns:minmax(0,1fr)}.credit .amount{text-align:left}}
@media print{.credit-lines>li,.credit-lists>div{break-inside:avoid}.credit{break-inside:auto!important}.credit summary{display:none}}`;
