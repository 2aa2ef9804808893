/** Names that become parts of addresses, of paths and of texts: each has a pattern, whoever wrote it. */
import { z } from 'astro/zod';

/** Most characters of a name. */
export const LONGEST_NAME = 100;

const name = (pattern: RegExp) => z.string().max(LONGEST_NAME).regex(pattern);

/** A session, and the folder that it stands in. */
export const SESSION_NAME = /^[\w-]+$/;
export const sessionId = name(SESSION_NAME);
/** `scenario/parameters`. */
export const caseId = name(/^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/);
/** The same, or in a comparison with a base `scenario/parameters/contestant`. */
export const measuredCaseId = name(
  /^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?$/,
);
export const scenarioId = name(/^[a-z][a-z0-9-]*$/);
export const contestantId = name(/^[a-z][a-z0-9-]*$/);
export const measureId = name(/^[a-z][A-Za-z0-9]*$/);
export const reportId = name(/^[A-Za-z0-9][\w.-]*$/);
export const claimId = name(/^[a-z0-9][a-z0-9-]*$/);

/** An address that a reader may be led to: of the web, and of nothing that a browser runs. */
export const webAddress = z.url({ protocol: /^https?$/ });
