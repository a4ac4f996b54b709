// Loaded into the process of each test file (`node --import`): adds the file to the list that FAILED_FILES names, if a
// test of it failed. A reporter can't tell: it has the place where a test is defined, which may be a helper.

import { appendFileSync } from "node:fs";

const list = process.env.FAILED_FILES;
if (list && process.env.NODE_TEST_CONTEXT)
  process.on("exit", (code) => {
    if (code !== 0) appendFileSync(list, `${process.argv[1]}\n`);
  });
