// The real CIFAR-10 for the tests that need it.

import { existsSync } from "node:fs";
import path from "node:path";

const SHARDS = ["data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"];

const folder = process.env.CIFAR10_DIR ? path.join(process.env.CIFAR10_DIR, "bin") : "";

/** Paths of the report's three shards: train, validation, test. */
export const realShards = SHARDS.map((name) => path.join(folder, name));

/**
 * Why a test on genuine data is skipped, or false. With REQUIRE_DATA set none is skipped: it fails where there are no
 * data.
 */
export const withoutRealData =
  process.env.REQUIRE_DATA || (folder && realShards.every((file) => existsSync(file)))
    ? false
    : "no genuine CIFAR-10: CIFAR10_DIR is not set";
