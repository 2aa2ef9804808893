import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './browser.ts';
const css = readFileSync('/tmp/charts-try.css','utf8');
const b = (await openBrowser())!;
const page = await b.newPage();
for (const [f, media, w] of [['duso-vs-python/index.html','screen',768],['duso-vs-python/index.html','print',680],['index.html','print',680]] as const) {
await page.emulateMedia({media}); await page.setViewportSize({width:w,height:900});
await page.goto(pathToFileURL('.cache/site-tests/long-names/dist/'+f).href);
await page.addStyleTag({content: css}); await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })');
console.log(f, media, await page.evaluate(`(() => { const want = document.documentElement.clientWidth; const out=[]; 
 const culprits=[]; for (const sel of ['.verdicts caption','.verdicts .vh','.verdicts .beam-h','.verdicts .chip','.verdicts .c-iv','.verdicts .soft','.verdicts td.beam','.verdicts .c-case','.verdicts .grp','.verdicts thead','.verdicts td.v','.verdicts .c-runs','.verdicts .rule', '.ev', '.answer']) { const st=document.createElement('style'); st.textContent=sel+'{display:none !important}'; const before=document.documentElement.scrollWidth; document.head.append(st); const after=document.documentElement.scrollWidth; st.remove(); if (after<before) culprits.push(sel+' :: '+before+'->'+after); }
 return culprits })()`)); }
await b.close();
