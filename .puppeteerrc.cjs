// The browser comes from @sparticuz/chromium, so installing puppeteer never downloads one.
module.exports = { skipDownload: true };
