/** Local parts that belong to an office or to nobody: an exact match on them says little about a person. */
const GENERIC = new Set(
  `info office admin administrator contact contactus reception receptionist frontdesk front desk hello hi mail email enquiries enquiry inquiries
  inquiry support help helpdesk team sales marketing accounts accounting accountspayable ap ar billing finance payroll hr jobs careers legal law
  lawyers lawyer attorney attorneys firm lawfirm intake newclients clients client clerk files service services customerservice general main all staff
  noreply donotreply test testing none na unknown nobody noemail example webmaster postmaster root web`.split(/\s+/),
);

/** Whether a normalised e-mail is an office's or a dummy rather than a person's: `info@`, `front-desk@`, `intake2@`, `no-reply+x@`. */
export const isGenericEmail = (email: string): boolean =>
  GENERIC.has(
    email
      .slice(0, email.lastIndexOf('@'))
      .replace(/\+.*$/, '')
      .replace(/[\d._-]/g, ''),
  );
