// A second reader of NumPy archives, for machines without NumPy: just enough for the test of the export.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { inflateRawSync } from "node:zlib";

import { find } from "../tools/find.js";

/** @typedef {{dtype: string, shape: number[], numbers: number[]}} NumPyArray */

const run = promisify(execFile);

/**
 * Reads an archive with NumPy if Python has it, else by hand.
 * @param {string} file
 * @returns {Promise<{by: string, arrays: Record<string, NumPyArray>}>}
 */
export async function readNpz(file) {
  try {
    return { by: "NumPy", arrays: await readWithNumPy(file) };
  } catch {
    return { by: "our second reader", arrays: readByHand(await readFile(file)) };
  }
}

const script = `
import json, sys, numpy
archive = numpy.load(sys.argv[1])
arrays = {name: archive[name] for name in archive.files}
told = lambda a: {"dtype": a.dtype.str, "shape": a.shape, "numbers": a.ravel().tolist()}
json.dump({name: told(a) for name, a in arrays.items()}, sys.stdout)
`;

/**
 * @param {string} file
 * @returns {Promise<Record<string, NumPyArray>>}
 */
async function readWithNumPy(file) {
  const { stdout } = await run(find("python"), ["-c", script, file], { maxBuffer: 64e6 });
  return JSON.parse(stdout);
}

/**
 * Goes through the archive's central directory.
 * @param {Buffer} zip
 */
function readByHand(zip) {
  /** @type {Record<string, NumPyArray>} */
  const arrays = {};
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const start = zip.readUInt32LE(at + 42);
    const content = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const bytes = zip.subarray(content, content + zip.readUInt32LE(at + 20));
    const npy = zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes);
    arrays[zip.toString("latin1", at + 46, at + 46 + name).replace(/\.npy$/, "")] = readArray(npy);
    at += 46 + name + extra + comment;
  }
  return arrays;
}

/**
 * @param {Buffer} npy
 * @returns {NumPyArray}
 */
function readArray(npy) {
  const [long, start] = npy[6] === 1 ? [npy.readUInt16LE(8), 10] : [npy.readUInt32LE(8), 12];
  const header = npy.toString("latin1", start, start + long);
  const dtype = /'descr': '([^']+)'/.exec(header)?.[1] ?? "";
  const shape = (/'shape': \(([^)]*)\)/.exec(header)?.[1] ?? "")
    .split(",")
    .filter((part) => part.trim())
    .map(Number);
  const data = npy.subarray(start + long);
  const size = Number(dtype.slice(2));
  const read = {
    "<f4": (/** @type {number} */ at) => data.readFloatLE(at),
    "<f8": (/** @type {number} */ at) => data.readDoubleLE(at),
    "|u1": (/** @type {number} */ at) => data.readUInt8(at),
  }[dtype];
  if (!read) throw new Error(`an array of ${dtype}`);
  return { dtype, shape, numbers: Array.from({ length: data.length / size }, (_, i) => read(i * size)) };
}
