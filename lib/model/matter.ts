export interface Matter {
  account: string;
  id: string;
  /** Display number with description, e.g. `00012-Ortega: Ortega v. Whitfield`. */
  label: string;
  status: 'Pending' | 'Open' | 'Closed';
  client?: PersonOfMatter;
  related: PersonOfMatter[];
  /** By name: Clio's practice areas and stages are the firm's own words. */
  practiceArea?: string;
  stage?: string;
  /** The responsible attorney. */
  attorney?: { id: string; name?: string };
  etag?: string;
  /** ISO 8601 UTC */
  createdAt?: string;
  updatedAt?: string;
}

/** Somebody a matter page can be about; the panel offers the choice. */
export interface PersonOfMatter {
  id: string;
  name: string;
  kind: 'person' | 'company';
  /** `client`, or Clio's relationship words. */
  role: string;
}
