// Where Chrome, Chromium and Edge are installed on each system.

import { posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Every path where a browser may be installed on the platform (as os.platform() names it), the likeliest first. */
export function installedPaths(platform: string, env: Environment): string[] {
  switch (platform) {
    case 'darwin':
      return onMac(env);
    case 'win32':
      return onWindows(env);
    default:
      return onPath(env);
  }
}

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

function onPath(env: Environment): string[] {
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];
  const absolute = [...new Set(folders)].filter(folder => folder.startsWith('/'));
  return linuxNames.flatMap(name => absolute.map(folder => posix.join(folder, name)));
}

function onMac(env: Environment): string[] {
  const folders = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return names.flatMap(name => folders.map(folder => `${folder}/${name}.app/Contents/MacOS/${name}`));
}

function onWindows(env: Environment): string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
  const values = new Map(Object.entries(env).map(([name, value]) => [name.toUpperCase(), value])); // case is free there
  const roots = folders.map(name => values.get(name)).filter(root => root !== undefined);
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return programs.flatMap(program => roots.map(root => win32.join(root, program)));
}
