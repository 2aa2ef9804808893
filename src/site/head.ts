/** What the head of a page says to search engines, and to services that show links. */

export interface HeadSettings {
  /** Address of the site, of STEELYARD_SITE; without it no address can be written whole. */
  readonly site: string | undefined;
  /** Base path of the pages. */
  readonly base: string;
  /** STEELYARD_PREVIEW: the pages are a preview, and no search engine should list them. */
  readonly isPreview: boolean;
}

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
export function headOf({ path, picture }: HeadPage, { site, base, isPreview }: HeadSettings): Head {
  const isHidden = isPreview || path === '';
  if (site === undefined || path === '') return { isHidden };
  const address = (below: string): string => new URL(base.replace(/\/$/, '') + below, site).href;
  return {
    canonical: address(path),
    ...(picture !== undefined && { picture: address(picture) }),
    isHidden,
  };
}

/** Settings as Astro and the environment hold them. */
export function headSettings(
  site: URL | undefined,
  base: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): HeadSettings {
  const preview = env['STEELYARD_PREVIEW'];
  return { site: site?.href, base, isPreview: preview !== undefined && preview !== '' };
}
