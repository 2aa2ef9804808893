/** Stands for actions/download-artifact: one by its name into the folder itself, several each into one of their own. Unpacked, since this
 * version of the library keeps no archive. */
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';

const { INPUT_NAME: name, INPUT_PATTERN: pattern, INPUT_PATH: folder } = process.env;
const client = new DefaultArtifactClient();
const { artifacts } = await client.listArtifacts();
const prefix = (pattern ?? '').replace(/\*$/, '');
const wanted = artifacts.filter((one) => (name ? one.name === name : one.name.startsWith(prefix)));
if (wanted.length === 0) throw new Error(`There is no artifact ${name ?? pattern}.`);
for (const { id, name: own } of wanted) {
  const path = name ? folder : join(folder, own);
  await client.downloadArtifact(id, { path });
  console.log(`Downloaded ${own}`);
}
