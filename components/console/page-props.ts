export interface PageProps {
  /** Asks the browser for host access; must be called inside the click itself. Resolves to whether it was given. */
  requestHosts: (origins: string[]) => Promise<boolean>;
}
