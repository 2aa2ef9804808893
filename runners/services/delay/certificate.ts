/** A certificate for loopback, made on the spot, and a bundle in which clients find it. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** File with the public certificates and this one. */
  readonly bundle: string;
}

/** Under a temporary name first: another service may be reading. */
function write(file: string, text: string): void {
  const temporary = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(temporary, text, { mode: 0o600 });
  renameSync(temporary, file);
}

async function make(addresses: readonly string[]): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'Steelyard delay server' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: addresses.map((ip) => ({ type: 7, ip })) },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/**
 * Gives the certificate for these addresses, the same one for all services that share `folder`.
 * The bundle is as long as a usual one, public certificates included: reading it is part of what
 * a client pays for TLS.
 */
export async function getCertificate(
  folder: string,
  addresses: readonly string[],
): Promise<Certificate> {
  mkdirSync(folder, { recursive: true });
  const pair = join(folder, `delay-server-${String(addresses.length)}.json`);
  const bundle = join(folder, `delay-server-${String(addresses.length)}-bundle.pem`);
  if (!existsSync(pair)) {
    const made = await make(addresses);
    write(bundle, [...rootCertificates, made.cert.trim(), ''].join('\n'));
    write(pair, JSON.stringify(made));
  }
  const { key, cert } = JSON.parse(readFileSync(pair, 'utf8')) as { key: string; cert: string };
  return { key, cert, bundle };
}
