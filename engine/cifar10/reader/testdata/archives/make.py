# Makes the archives of this folder: data_batch_1.bin and test_batch.bin of three images each, an empty file and
# folders, by 7-Zip 26.02 and zstd 1.5.4. Image i of a shard has label i, and byte j is (7i + j/16 + first) mod 256.
import os, subprocess

for name, first in (("data_batch_1.bin", 0), ("test_batch.bin", 100)):
    os.makedirs("shards", exist_ok=True)
    with open("shards/" + name, "wb") as f:
        for i in range(3):
            f.write(bytes([i] + [(7 * i + j // 16 + first) % 256 for j in range(3072)]))
open("shards/empty", "w").close()
for name, options in {
    "lzma2": [], "lzma": ["-m0=lzma"], "deflate": ["-m0=deflate", "-ms=off"], "bzip2": ["-m0=bzip2"],
    "copy": ["-m0=copy", "-mhc=off"], "ppmd": ["-m0=ppmd"],
}.items():
    subprocess.run(["7zz", "a", "-bso0", "-bsp0", *options, name + ".7z", "shards"], check=True)
subprocess.run(["tar", "cf", "shards.tar", "--exclude=empty", "shards"], check=True)
subprocess.run(["zstd", "-q", "--rm", "shards.tar", "-o", "shards.tar.zst"], check=True)

# mixed.N.zst is text with noise in it, of more than a block, by three ways to compress it.
words = b"airplane automobile bird cat deer dog frog horse ship truck".split()
mixed, x = bytearray(), 1
while len(mixed) < 140_000:
    x = (x * 1103515245 + 12345) & 0x7FFFFFFF
    mixed += words[(x >> 16) % 10]
    if (x >> 8) % 5 == 0:
        mixed.append(x >> 20 & 255)
for name, options in {"fast": ["--fast=5"], "usual": ["-3", "--no-check"], "best": ["--ultra", "-22"]}.items():
    packed = subprocess.run(["zstd", "-q", "-c", *options], input=mixed, stdout=subprocess.PIPE, check=True).stdout
    with open("mixed." + name + ".zst", "wb") as f:
        f.write(packed)
