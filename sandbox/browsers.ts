/** Command line switches that send Chromium's production host names to the sandbox and every other name nowhere. */
export function chromiumArgs(hosts: string[], httpsPort: number, spki: string): string[] {
  const rules = [
    ...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${httpsPort}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ];
  return [`--host-resolver-rules=${rules.join(',')}`, `--ignore-certificate-errors-spki-list=${spki}`];
}

/**
 * Preferences that send all of Firefox's traffic to the CONNECT proxy, which knows the production hosts only.
 * The certificate itself is accepted by the driver (`acceptInsecureCerts`).
 */
export function firefoxPrefs(proxyPort: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
    'network.proxy.failover_direct': false,
    // The real hosts pin HTTPS in the browser's preload list, which would forbid any exception for a home-made certificate.
    'network.stricttransportsecurity.preloadlist': false,
    'security.cert_pinning.enforcement_level': 0,
    'network.http.http3.enable': false,
    'network.dns.disablePrefetch': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'app.update.enabled': false,
    'extensions.update.enabled': false,
    'datareporting.healthreport.uploadEnabled': false,
    'toolkit.telemetry.enabled': false,
  };
}
