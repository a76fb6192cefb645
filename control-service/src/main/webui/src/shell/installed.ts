/**
 * Whether a start page is that of the panel which runs here: it names the same first script.
 *
 * @param entry the address of the first script of this page
 */
export function isOfThisPanel(startPage: string, entry: string | undefined): boolean {
  const name = entry?.split('/').at(-1);
  return name !== undefined && name !== '' && startPage.includes(`/${name}"`);
}
