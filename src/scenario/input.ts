/** What contestants work on: made once, kept in the cache, only read by programs. */
import { z } from 'astro/zod';
import { field, name, path } from './names.ts';

/** A program under runners/inputs/ that writes the input to the path that `--out` names. */
const generatedSchema = z.strictObject({
  generator: path,
  helpers: z.array(path).default([]),
  /** Absent: the Node that runs Steelyard. */
  runtime: name.optional(),
  /** Handed over as `--seed`: the same seed makes the same bytes. */
  seed: z.int().nonnegative().default(1),
  /** Parameters of the case that it gets as `--name=value`: the input is made once for each of their values. */
  by: z.array(field).default([]),
  /** Inputs stated above it that it is made of; it gets the path of each as `--name=path`. */
  of: z.array(field).default([]),
});

/** A package of the npm registry, whole or a path in it. */
const packageSchema = z.strictObject({
  package: z
    .string()
    .regex(/^(@[a-z0-9._-]+\/)?[a-z0-9._-]+$/, 'name a package, for example "three"'),
  version: z.string().regex(/^\d+\.\d+\.\d+[\w.+-]*$/, 'pin one version, for example "0.108.0"'),
  /** As package-lock.json has it: `sha512-…`. */
  integrity: z
    .string()
    .regex(/^sha512-[\w+/=]+$/, 'give it as package-lock.json has it: "sha512-…"'),
  path: path.optional(),
});

/** A file under runners/inputs/. */
const fileSchema = z.strictObject({ file: path });

export const inputSchema = z.union([generatedSchema, packageSchema, fileSchema]);
export type Input = z.infer<typeof inputSchema>;
export type GeneratedInput = z.infer<typeof generatedSchema>;
export type PackageInput = z.infer<typeof packageSchema>;
