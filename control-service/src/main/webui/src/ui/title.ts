/** The tab's title: what is at stake first, then the page, so that a narrow tab shows the more important. */
let page = '';
let environment = '';
let live = false;

function write(): void {
  const paused = document.visibilityState === 'hidden' ? '⏸ ' : '';
  const mode = live ? 'LIVE ● ' : '';
  document.title = [`${paused}${mode}${page}`, environment, 'Firstfill'].filter((part) => part !== '').join(' · ');
}

export function setPageTitle(title: string): void {
  page = title;
  write();
}

export function setEnvironmentTitle(name: string, isLive: boolean): void {
  environment = name;
  live = isLive;
  write();
}

document.addEventListener('visibilitychange', write);
