import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  certPem: string;
  keyPem: string;
  /** Base64 SHA-256 of the public key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  spki: string;
}

/** Makes a certificate for `hosts`, valid from yesterday for a month; nothing of it is ever written to disk. */
export async function makeCertificate(hosts: string[]): Promise<Certificate> {
  const day = 86_400_000;
  const made = await generate([{ name: 'commonName', value: 'Rankr sandbox' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - day),
    notAfterDate: new Date(Date.now() + 30 * day),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  });
  return { certPem: made.cert, keyPem: made.private, spki: spkiOf(made.cert) };
}

function spkiOf(certPem: string): string {
  const key = new X509Certificate(certPem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
