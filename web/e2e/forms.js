// CIFAR-10 in the forms that people have it in, for tests and the bench, by writers that share nothing with our
// readers.

import { spawnSync } from "node:child_process";
import { constants, crc32 as nodeCrc32, deflateSync } from "node:zlib";

import { zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";

/** Bytes of an image in the binary version: its label, then 32×32 of red, of green and of blue. */
export const RECORD = 3073;
const PLANE = 1024;

export const CLASSES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

/**
 * Records of the binary version, one view each.
 * @param {Buffer} bytes
 */
const split = (bytes) =>
  Array.from({ length: bytes.length / RECORD }, (_, i) => bytes.subarray(i * RECORD, (i + 1) * RECORD));

/**
 * The Python version, operation for operation as the published files: protocol 2, byte strings.
 * @param {Buffer} bytes  records
 * @param {string} title  what the shard calls itself, whatever its file is called
 */
export function pickle(bytes, title = "training batch 1 of 5") {
  const records = split(bytes);
  const text = (/** @type {string} */ value) =>
    Buffer.concat([Buffer.from("U"), Buffer.from([value.length]), Buffer.from(value)]);
  const int32 = (/** @type {number} */ value) => Buffer.from(Int32Array.of(value).buffer);
  return Buffer.concat([
    Buffer.from("\x80\x02}(", "latin1"),
    text("batch_label"),
    text(title),
    text("labels"),
    Buffer.from("](", "latin1"),
    Buffer.concat(records.map((record) => Buffer.from(["K".charCodeAt(0), record[0] ?? 0]))),
    Buffer.from("e"),
    text("data"),
    Buffer.from("cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R(K\x01J", "latin1"),
    int32(records.length),
    Buffer.from(
      "M\x00\x0c\x86cnumpy\ndtype\nU\x02u1K\x00K\x01\x87R(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89T",
      "latin1",
    ),
    int32(records.length * (RECORD - 1)),
    ...records.map((record) => record.subarray(1)),
    Buffer.from("tb"),
    Buffer.from("u."),
  ]);
}

/**
 * The MATLAB version: level 5, one image per row, column by column.
 * @param {Buffer} bytes  records
 * @param {{compressed: boolean}} options
 */
export function mat(bytes, { compressed }) {
  const records = split(bytes);
  const n = records.length;
  const columns = Buffer.alloc(n * (RECORD - 1));
  for (let i = 0; i < n; i++) for (let d = 0; d < RECORD - 1; d++) columns[d * n + i] = bytes[i * RECORD + 1 + d] ?? 0;
  const variables = [
    matVariable("data", [n, RECORD - 1], columns),
    matVariable("labels", [n, 1], Buffer.from(records.map((record) => record[0] ?? 0))),
  ];
  const head = Buffer.alloc(128, " ");
  head.write("MATLAB 5.0 MAT-file, Platform: GLNXA64, Created on: Thu Apr 22 16:57:48 2010");
  head.set([0, 1, 0x49, 0x4d], 124);
  return Buffer.concat([head, ...variables.map((variable) => (compressed ? matPacked(variable) : variable))]);
}

/** @param {Buffer} variable */
function matPacked(variable) {
  const packed = deflateSync(variable, { level: constants.Z_DEFAULT_COMPRESSION });
  return Buffer.concat([matTag(15, packed.length), packed]);
}

/**
 * A matrix of bytes without a sign.
 * @param {string} name
 * @param {number[]} shape
 * @param {Buffer} items
 */
function matVariable(name, shape, items) {
  const uint8Class = 9;
  const body = Buffer.concat([
    matElement(6, Buffer.from([uint8Class, 0, 0, 0, 0, 0, 0, 0])),
    matElement(5, Buffer.from(Int32Array.from(shape).buffer)),
    matElement(1, Buffer.from(name)),
    matElement(2, items),
  ]);
  return Buffer.concat([matTag(14, body.length), body]);
}

/**
 * @param {number} type
 * @param {Buffer} data  its small form is not needed: a reader takes both
 */
function matElement(type, data) {
  return Buffer.concat([matTag(type, data.length), data, Buffer.alloc((8 - (data.length % 8)) % 8)]);
}

/**
 * @param {number} type
 * @param {number} size
 */
const matTag = (type, size) => Buffer.from(Uint32Array.of(type, size).buffer);

/**
 * A picture of one record as a PNG file.
 * @param {Buffer} record
 */
export function png(record) {
  const side = 32;
  const rows = Buffer.alloc(side * (1 + 3 * side)); // each begins with its filter, which is none
  for (let at = 0; at < PLANE; at++) {
    for (let c = 0; c < 3; c++)
      rows[Math.floor(at / side) * (1 + 3 * side) + 1 + 3 * (at % side) + c] = record[1 + c * PLANE + at] ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2], 8); // bits, colours
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(rows)),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function pngChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(nodeCrc32(body));
  return Buffer.concat([size, body, sum]);
}

/**
 * A parquet file as Hugging Face has CIFAR-10: a struct of a PNG file and its path, and a label.
 * @param {Buffer} bytes  records
 * @param {string} label  the labels' column
 */
export function parquet(bytes, label = "label") {
  const records = split(bytes);
  return Buffer.from(
    parquetWriteBuffer({
      schema: [
        { name: "root", num_children: 2 },
        { name: "img", num_children: 2, repetition_type: "OPTIONAL" },
        { name: "bytes", type: "BYTE_ARRAY", repetition_type: "OPTIONAL" },
        { name: "path", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
        { name: label, type: "INT64", repetition_type: "OPTIONAL" },
      ],
      columnData: [
        { name: "img", data: records.map((record) => ({ bytes: png(record), path: null })) },
        { name: label, data: records.map((record) => BigInt(record[0] ?? 0)) },
      ],
    }),
  );
}

/**
 * A zip archive.
 * @param {Record<string, Uint8Array>} files  by their paths
 */
export const zip = (files) => Buffer.from(zipSync(files, { level: 6 }));

/**
 * A folder of PNG files for each class, by their paths.
 * @param {Buffer} bytes  records
 * @returns {Record<string, Buffer>}
 */
export function pictureFolders(bytes) {
  return Object.fromEntries(
    split(bytes).map((record, i) => [
      `pictures/${CLASSES[record[0] ?? 0]}/${String(i).padStart(5, "0")}.png`,
      png(record),
    ]),
  );
}

/**
 * A tar archive, packed by gzip, of folders and files below a folder.
 * @param {string} folder
 * @param {string[]} names
 */
export function tarGz(folder, names) {
  const { stdout, status, stderr } = spawnSync("tar", ["-czf", "-", "-C", folder, ...names], { maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`tar: ${stderr}`);
  return stdout;
}
