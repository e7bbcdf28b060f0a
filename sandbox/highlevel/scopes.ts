/** Scopes of the sales side (opportunities, conversations, papers, custom objects). */
export const SALES_READ = [
  'opportunities.readonly',
  'conversations.readonly',
  'conversations/message.readonly',
  'forms.readonly',
  'surveys.readonly',
  'invoices.readonly',
  'objects/schema.readonly',
  'objects/record.readonly',
  'associations.readonly',
  'associations/relation.readonly',
  'locations/templates.readonly',
];
export const SALES_WRITE = [
  'opportunities.write',
  'conversations.write',
  'conversations/message.write',
  'businesses.write',
  'forms.write',
  'invoices.write',
  'objects/schema.write',
  'objects/record.write',
  'associations/relation.write',
  'locations/customFields.write',
];
