import { readFileSync, existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './browser.ts';
import { onePerKind } from './kinds.ts';
import { htmlFiles } from './render.ts';
const folder = '.cache/site-tests/long-names/dist';
const css = existsSync('/tmp/charts-try.css') ? readFileSync('/tmp/charts-try.css','utf8') : '';
const b = (await openBrowser())!;
const tooWide = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const scrolls = (one) => one !== null && one !== document.body && (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement));
  const beyond = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1 && !(getComputedStyle(one).position !== 'absolute' && scrolls(one.parentElement)) && ![...one.children].some((c)=>c.getBoundingClientRect().right > clientWidth + 1));
  const name = (one) => one.tagName.toLowerCase() + '.' + one.getAttribute('class');
  const names = beyond.map((one) => name(one.parentElement.parentElement)+'>'+name(one.parentElement)+'>'+name(one) + ' ' + Math.round(one.getBoundingClientRect().right));
  return ['needs ' + scrollWidth + ' px of ' + clientWidth + ': ' + [...new Set(names)].slice(0, 6).join(', ')];
})()`;
const page = await b.newPage();
const shots = process.argv.slice(2);
for (const file of onePerKind(folder, htmlFiles(folder))) {
  if (file.includes('/here/')) continue;
  for (const media of ['screen','print'] as const) {
    await page.emulateMedia({ media });
    await page.goto(pathToFileURL(folder+'/'+file).href);
    if (css) await page.addStyleTag({content: css});
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })');
    for (const width of media==='print'?[680]:[320,375,768,1200]) { await page.setViewportSize({width, height: 900});
      for (const one of await page.evaluate<string[]>(tooWide)) console.log(file, media, one);
      const i = shots.indexOf(file); if (i>=0 && width!==320) await page.screenshot({path:`/tmp/charts-long-${i}-${media}-${width}.png`, fullPage: true, clip: undefined}); }
  }
}
await b.close();
