/** HighLevel's own app. White-label firms have a host of their own; this one works for all of them. */
const APP = 'https://app.gohighlevel.com';

/** The page of a contact. */
export const contactUrl = (locationId: string, contactId: string): string =>
  `${APP}/v2/location/${encodeURIComponent(locationId)}/contacts/detail/${encodeURIComponent(contactId)}`;
