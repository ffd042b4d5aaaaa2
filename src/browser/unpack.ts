// A worker thread that unpacks the embedded browser into its own TMPDIR.
// @sparticuz/chromium only unpacks into os.tmpdir(), and reads AWS_EXECUTION_ENV to decide on its libraries. A worker
// has an environment of its own, so the environment of the program stays as it was.

import chromium from '@sparticuz/chromium';

await chromium.executablePath();
