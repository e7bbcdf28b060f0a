/** What the launcher says; filled from `launcher.*` of the locales. */
export interface Words {
  open: string;
  close: string;
  hide: string;
  panel: string;
  resize: string;
  failed: string;
}
