export type System = 'clio' | 'highlevel';
export type Region = 'us' | 'eu' | 'ca' | 'au';
export const REGIONS = ['us', 'eu', 'ca', 'au'] as const satisfies readonly Region[];

/** The Clio record on screen. `none` is any Clio page that is not a contact or a matter. */
export interface Subject {
  region: Region;
  kind: 'contact' | 'matter' | 'none';
  /** Clio's numeric id as text; empty for `none`. */
  id: string;
}

/** What is visible on the page, used only while Clio is not connected; read only, labelled as such. */
export interface PageHint {
  name?: string;
  emails: string[];
  phones: string[];
}

/** One key per record on screen; acts carry it, so that a late click can't land on the next client. */
export const subjectKey = (subject: Subject): string =>
  subject.kind === 'none' ? `${subject.region}:none` : `${subject.region}:${subject.kind}:${subject.id}`;
