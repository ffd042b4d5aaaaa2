#!/usr/bin/env node
// Starts the program on the Node.js it was made for, whatever Node.js this machine has; even Node 12 runs this file.
// biome-ignore-all lint/style/useNodejsImportProtocol: Node 12 does not know node:
'use strict';

const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const { findPacked } = require('./packed.cjs');

const root = path.join(__dirname, '..');
const modules = path.join(root, 'node_modules');
const pinned = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const oldestMajor = 24;
const install = `Run "npm ci" in ${root} and try again.`;
const unblock = 'If npm reports that install scripts were blocked, run "npm rebuild node" after that.';

function main() {
  if (!fs.existsSync(modules)) {
    stop('The packages of jaarcijfers are not installed.', [`Expected them in ${modules}`, install]);
  } else if (Number(process.versions.node.split('.')[0]) >= oldestMajor && !needsPinned()) {
    startHere();
  } else if (fs.existsSync(pinned)) {
    startPinned();
  } else {
    stop(`jaarcijfers needs Node.js ${oldestMajor} or newer; this is ${process.version}.`, [
      `The Node.js ${pinnedVersion()} that comes with the project is not in ${pinned}`,
      install,
      unblock,
    ]);
  }
}

/** A release is made, and made again, on the very Node.js that the project pins: another one may make other bytes. */
function needsPinned() {
  if (!['release', 'verify'].includes(process.argv[2]) || process.versions.node === pinnedVersion()) return false;
  return fs.existsSync(pinned) && fs.realpathSync(pinned) !== fs.realpathSync(process.execPath);
}

function startHere() {
  followLauncher();
  try {
    require('module').enableCompileCache(path.join(modules, '.cache', 'jaarcijfers', 'compile'));
  } catch (_) {
    // the cache only makes the next start faster
  }
  import(program()).catch(error => {
    if (error.code === 'ERR_MODULE_NOT_FOUND') {
      stop('A part of jaarcijfers is missing.', [error.message, install]);
    } else {
      console.error(error);
      process.exitCode = 3;
    }
  });
}

/** When the launcher that started this process is killed, which it cannot pass on, stops as if told to. */
function followLauncher() {
  if (!process.channel) return;
  process.once('disconnect', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 500).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref(); // the launcher waits for the program, never the reverse
}

/** The packed program when it is what src/ holds, else src/ itself. */
function program() {
  const found = findPacked();
  return found === undefined ? './cli.ts' : pathToFileURL(found).href;
}

function startPinned() {
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']; // the channel closes when this process is killed
  const child = require('child_process').spawn(pinned, process.argv.slice(1), { stdio });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', error => {
    stop(`The Node.js that comes with the project does not start: ${error.message}`, [install, unblock]);
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code === null ? 3 : code;
    if (!signal) return;
    process.removeAllListeners(signal);
    process.kill(process.pid, signal); // end the way the program ended
  });
}

function pinnedVersion() {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies.node;
  } catch (_) {
    return oldestMajor;
  }
}

function stop(message, advice) {
  console.error(`error: ${message}`);
  for (const line of advice) console.error(`  ${line}`);
  process.exitCode = 2;
}

main();
