// What build.sh says on machines that lack something: played with a PATH of our own, on each shell that is here.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Shells that may be a machine's sh, stricter and older ones among them. */
const SHELLS = [
  ["/bin/sh"],
  ["/bin/dash"],
  ["/bin/bash"],
  ["/bin/bash", "--posix"],
  ["/bin/busybox", "sh"],
  ["/bin/ksh"],
].filter(([shell]) => existsSync(shell));

/** What every machine has. */
const COMMON = [
  "cat",
  "cmp",
  "cp",
  "cut",
  "dirname",
  "env",
  "find",
  "grep",
  "mkdir",
  "rm",
  "sed",
  "sort",
  "sh",
  "uname",
];

/** Programs of a good machine, as shell scripts; `id` is a user other than root. */
const GOOD = {
  id: "echo 1000",
  go: 'case "$*" in version) echo go version go1.21.0 linux/amd64 ;; "env GOROOT") echo /nowhere ;; esac',
  node: "echo v20.10.0",
  npm: "exit 0",
  shellcheck: "exit 0",
  chromium: "exit 0",
  "xvfb-run": "exit 0",
};

/**
 * Runs something on a machine with these programs, and returns its output and whether it succeeded.
 * @param {string[]} shell
 * @param {string[]} command  what the shell gets
 * @param {{programs?: Record<string, string>, env?: Record<string, string>}} [machine]
 */
async function on(shell, command, { programs = {}, env = {} } = {}) {
  const bin = await mkdtemp(path.join(tmpdir(), "onelayer-machine-"));
  try {
    for (const name of COMMON) if (!(name in programs)) await linkTo(bin, name);
    for (const [name, script] of Object.entries(programs)) {
      // "wx": to write through a link would replace this machine's own program.
      await writeFile(path.join(bin, name), `#!/bin/sh\n${script}\n`, { flag: "wx" });
      await chmod(path.join(bin, name), 0o755);
    }
    const [file, ...first] = shell;
    const { stdout, stderr } = await run(file, [...first, ...command], {
      cwd: ROOT,
      env: { HOME: bin, DISPLAY: ":0", ...env, PATH: bin },
    });
    return { ok: true, said: stdout + stderr };
  } catch (error) {
    const { stdout, stderr } = /** @type {{stdout: string, stderr: string}} */ (error);
    return { ok: false, said: stdout + stderr };
  } finally {
    await rm(bin, { recursive: true });
  }
}

/**
 * @param {string} bin
 * @param {string} name
 */
async function linkTo(bin, name) {
  const found = (process.env.PATH ?? "")
    .split(":")
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
  if (found) await symlink(found, path.join(bin, name));
}

/** @param {Record<string, string>} changes */
const good = (changes = {}) => ({ programs: { ...GOOD, ...changes } });

/** What build.sh does first, without building anything. */
const prepare = [
  "-c",
  ". web/tools/machine.sh && need go node && use_go && echo GOFLAGS is $GOFLAGS, toolchain $GOTOOLCHAIN",
];

for (const shell of SHELLS) {
  const title = (/** @type {string} */ text) => `${shell.join(" ")}: ${text}`;

  test(title("help needs nothing"), async () => {
    const { ok, said } = await on(shell, ["build.sh", "help"]);
    assert.ok(ok && said.includes("usage: ./build.sh COMMAND"), said);
  });

  test(title("all that is missing is listed at once, with what installs it on three systems"), async () => {
    const { ok, said } = await on(shell, ["build.sh", "test"], {
      programs: { id: GOOD.id, uname: "echo Linux" },
      env: { DISPLAY: "" },
    });
    assert.ok(!ok);
    assert.match(said, /missing here: Go 1\.21, Node 20\.10, npm, shellcheck, .*Chromium.*, a display/);
    assert.match(said, /apt-get install golang-go nodejs npm shellcheck chromium xvfb .*\n.*dnf install/);
    assert.match(said, /dnf install golang nodejs npm .*\n.*brew install go node/);
  });

  test(title("a display is asked of Linux alone"), async () => {
    const { said } = await on(shell, ["build.sh", "test"], {
      programs: { ...GOOD, chromium: "", uname: "echo Darwin", go: "echo go version go1.20" },
      env: { DISPLAY: "" },
    });
    assert.match(said, /missing here: Go 1\.21 or newer \(here is 1\.20\)\. /);
  });

  test(title("what is too old is missing"), async () => {
    const old = { go: "echo go version go1.19.8 linux/amd64", node: "echo v18.19.0" };
    const { ok, said } = await on(shell, ["build.sh", "build"], good(old));
    assert.ok(!ok);
    assert.match(
      said,
      /missing here: Go 1\.21 or newer \(here is 1\.19\.8\), Node 20\.10 or newer \(here is 18\.19\.0\)\. Install it/,
    );
  });

  test(title("root with apt gets what is missing installed, in one go"), async () => {
    const installs =
      'case "$*" in *install*) echo "asked for $*" >&2; d=${0%/*}; for p in node npm; do printf "#!/bin/sh\\necho v22.1.0\\n" >"$d/$p"; chmod +x "$d/$p"; done ;; esac';
    const machine = { id: "echo 0", go: GOOD.go, "apt-get": installs, chmod: 'exec /bin/chmod "$@"' };
    const { ok, said } = await on(shell, prepare, { programs: machine });
    assert.ok(ok, said);
    assert.equal(said.match(/asked for install .*nodejs npm/g)?.length, 1, said);
  });

  test(title("a browser named by CHROMIUM that does not exist is missing, whatever else is installed"), async () => {
    const { said } = await on(shell, ["build.sh", "test"], { ...good(), env: { CHROMIUM: "/nowhere/chrome" } });
    assert.match(said, /missing here: Chrome or Chromium \(CHROMIUM= names one\)/);
  });

  test(title("a toolchain that no proxy has gives a sentence, after Go's own reason"), async () => {
    const refused =
      'case "$*" in version) [ "$GOTOOLCHAIN" = local ] && echo go version go1.26.0 linux/amd64 || { echo "go: toolchain not available" >&2; exit 1; } ;; esac';
    const { ok, said } = await on(shell, prepare, good({ go: refused }));
    assert.ok(!ok);
    assert.match(said, /toolchain not available\n.*Go could not download go1\.[\d.]+, for the reason above\. /s);
    assert.match(said, /Some proxies block toolchains/);
  });

  test(title("with GOTOOLCHAIN=local the toolchain is downloaded anyway, with a note"), async () => {
    const local =
      'case "$*" in "env GOTOOLCHAIN") echo local ;; version) [ -z "$GOPROXY" ] && echo go version go1.26.0 linux/amd64 ;; esac';
    const { ok, said } = await on(shell, prepare, good({ go: local }));
    assert.ok(ok, said);
    assert.match(said, /GOTOOLCHAIN=local; this build needs go1\.[\d.]+, downloads it next to yours/);
    assert.match(said, /toolchain go1\.27/);
  });

  test(title("GOFLAGS keep all but the choice of modules"), async () => {
    const vendor =
      'case "$*" in "env GOFLAGS") echo "-mod=vendor -x -modfile=other.mod -p=2" ;; version) echo go version go1.26.0 linux/amd64 ;; esac';
    const { ok, said } = await on(shell, prepare, good({ go: vendor }));
    assert.ok(ok, said);
    assert.match(said, /GOFLAGS is '-mod=vendor -x .*' *; this build sets its modules itself/);
    assert.match(said, /GOFLAGS is -buildvcs=false -x -p=2, /);
  });
}

test("the module is built with vendored modules asked for, by the Go that is here", async () => {
  const asked = { ...process.env, GOFLAGS: "-mod=vendor" };
  const { stdout } = await run("sh", ["-c", ". web/tools/machine.sh; use_go; go list ./engine"], {
    cwd: ROOT,
    env: asked,
  });
  assert.match(stdout, /^onelayer\/engine$/m);
});

test("a browser is found by the names that it goes by", async () => {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    const { said } = await on(["/bin/sh"], ["web/tools/find.sh", "chromium"], { programs: { [name]: "" } });
    assert.equal(path.basename(said.trim()), name);
  }
  const bin = await mkdtemp(path.join(tmpdir(), "onelayer-applications-"));
  const chrome = path.join(bin, "Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  await mkdir(path.dirname(chrome), { recursive: true });
  await writeFile(chrome, "#!/bin/sh\n", { mode: 0o755 });
  const { said } = await on(["/bin/sh"], ["web/tools/find.sh", "chromium"], { env: { HOME: bin } });
  assert.equal(said.trim(), chrome);
  await rm(bin, { recursive: true });
});
