/** Stands for actions/upload-artifact, which is hardly more than a call of this library. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';

const { INPUT_NAME: name, INPUT_PATH: folder } = process.env;
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
if (files.length === 0) throw new Error(`No files were found in ${folder}.`);
const { id, size } = await new DefaultArtifactClient().uploadArtifact(name, files, folder);
console.log(`Uploaded ${name}: ${files.length} files, ${size} bytes, id ${id}`);
