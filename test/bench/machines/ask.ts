/** Asks every session beside a report's reference what it says, as drawing does once. Prints seconds and peak memory. */
import { findPlaces } from '../../../src/places.ts';
import { replicationsOf } from '../../../src/site/replications.ts';
import { readReport } from '../../../src/site/reports.ts';
import { referenceDocument } from '../../../src/site/site.ts';

const places = findPlaces();
const view = referenceDocument(readReport(places.content, process.argv[2]!), places);
const begun = performance.now();
const replications = view && replicationsOf(view, places);
const askS = (performance.now() - begun) / 1000;
if (replications === undefined) throw new Error('There is no replication.');
console.log(JSON.stringify({ askS, askMB: process.resourceUsage().maxRSS / 1000 }));
