import type { SessionCase } from './schema.ts';

type SourceFile = SessionCase['contestants'][number]['files'][number];

/** Every source that a case of a session names: of programs, of the service, of what judges and what generates inputs. */
export function sourceFilesOf(aCase: SessionCase): SourceFile[] {
  return [
    ...aCase.contestants.flatMap((contestant) => contestant.files),
    ...(aCase.service ?? []),
    ...(aCase.checkFiles ?? []),
    ...Object.values(aCase.inputs ?? {}).flatMap(({ files = [] }) => files),
  ];
}
