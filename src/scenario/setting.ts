export type Env = Readonly<Record<string, string | undefined>>;

/**
 * A variable of the environment. An empty one counts as unset: workflows pass on a variable that
 * nobody defined as an empty text.
 */
export function setting(name: string, env: Env = process.env): string | undefined {
  return env[name] || undefined;
}
