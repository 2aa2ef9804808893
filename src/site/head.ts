/** What the head of a page says to search engines, and to services that show links. */

export interface HeadSettings {
  /** Address of the site, of STEELYARD_SITE; without it no address can be written whole. */
  readonly site: string | undefined;
  /** Base path of the pages. */
  readonly base: string;
  /** STEELYARD_PREVIEW: the pages are a preview, and no search engine should list them. */
  readonly isPreview: boolean;
}

export type KnownSettings = HeadSettings & { readonly site: string };

export interface HeadPage {
  /** Path below the base, beginning with "/"; empty for a page that is served at any path. */
  readonly path: string;
  /** Path of the picture that stands for the page. */
  readonly picture?: string | undefined;
}

export interface Head {
  /** The page's own address; absent where the site has none. */
  readonly canonical?: string;
  readonly picture?: string;
  readonly isHidden: boolean;
}

/** Addresses of a page and of its picture, and whether search engines should leave it out. */
export function headOf({ path, picture }: HeadPage, settings: HeadSettings): Head {
  const isHidden = settings.isPreview || path === '';
  if (!isKnown(settings) || path === '') return { isHidden };
  return {
    canonical: addressOf(path, settings),
    ...(picture !== undefined && { picture: addressOf(picture, settings) }),
    isHidden,
  };
}

/** Whether whole addresses can be written. */
function isKnown(settings: HeadSettings): settings is KnownSettings {
  return settings.site !== undefined;
}

/** The whole address of what stands at a path below the base. */
export function addressOf(path: string, { site, base }: KnownSettings): string {
  return new URL(base.replace(/\/$/, '') + path, site).href;
}

/** The settings where search engines and feed readers shall find the site; undefined elsewhere, and in previews. */
export function whereFound(settings: HeadSettings): KnownSettings | undefined {
  return isKnown(settings) && !settings.isPreview ? settings : undefined;
}

/** Settings as Astro and the environment hold them. */
export function headSettings(
  site: URL | string | undefined,
  base: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): HeadSettings {
  const preview = env['STEELYARD_PREVIEW'];
  return {
    site: site && new URL(site).href,
    base,
    isPreview: preview !== undefined && preview !== '',
  };
}
