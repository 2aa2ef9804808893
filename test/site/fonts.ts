/** The one font that the tests' browser has, whatever fonts the machine has: texts are as wide everywhere. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Environment of a browser that finds Inter only, for every family that a page may name. It holds
 * on Linux, where browsers ask fontconfig; elsewhere they don't, and take the system's fonts.
 */
export function fontEnvironment(): { readonly FONTCONFIG_FILE: string } {
  const inter = dirname(
    fileURLToPath(import.meta.resolve('@expo-google-fonts/inter/package.json')),
  );
  const folder = resolve('.cache/browser-fonts');
  const file = join(folder, 'fonts.conf');
  mkdirSync(folder, { recursive: true });
  // Test files run side by side: each renames its own copy into place.
  const part = `${file}.${process.pid}`;
  writeFileSync(part, configuration(inter, folder));
  renameSync(part, file);
  return { FONTCONFIG_FILE: file };
}

function configuration(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${escaped(fonts)}</dir>
  <cachedir>${escaped(cache)}</cachedir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="same"><string>Inter</string></edit>
  </match>
</fontconfig>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
