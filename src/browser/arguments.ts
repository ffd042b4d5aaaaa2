// The command line of the printing browser: closed off, the same everywhere, and nothing it does not need.

/** What differs between machines and runs. */
export interface ArgumentOptions {
  /** Folder for the profile, absolute. */
  readonly profile: string;
  /** Off only for root and for machines without user namespaces, where Chromium refuses to start with it. */
  readonly sandbox: boolean;
}

/** All arguments, replacing Puppeteer's own; among them is the pipe, so the browser stops when this program does. */
export function browserArguments(options: ArgumentOptions): string[] {
  return [
    ...basics,
    ...noNetwork,
    ...sameEverywhere,
    ...quiet,
    `--user-data-dir=${options.profile}`,
    ...(options.sandbox ? [] : ['--no-sandbox', '--no-zygote']), // without a sandbox the zygote is one process too many
    'about:blank',
  ];
}

const basics = [
  '--headless',
  '--remote-debugging-pipe', // no port that others could connect to
  '--disable-gpu', // a PDF is drawn without one
  '--in-process-gpu', // so it needs no process either
  '--enable-features=NetworkServiceInProcess2', // nor does the network, of which there is none
  '--disable-dev-shm-usage', // /dev/shm is 64 MB in many containers
];

const noNetwork = [
  '--host-resolver-rules=MAP * ~NOTFOUND', // no name has an address
  '--proxy-server=127.0.0.1:9', // addresses lead to a port that nobody serves
  '--proxy-bypass-list=<-loopback>', // those of this machine too
  '--disable-background-networking', // no updates, no reports
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--dns-prefetch-disable',
  '--no-pings',
];

const sameEverywhere = [
  '--font-render-hinting=none', // glyph widths do not depend on the screen
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--lang=nl-NL',
];

const quiet = [
  '--disable-breakpad', // no crash reports
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AcceptCHFrame',
  '--disable-search-engine-choice-screen',
  '--hide-scrollbars',
  '--metrics-recording-only', // no metrics are sent
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic', // no keyring to unlock
  '--use-mock-keychain',
];
