"""numpy as a contestant of the bench: takes lines of JSON, {"do": "load"} and {"do": "round"}, and answers in lines.

    numpy_peer.py FLOAT WORK    FLOAT is float32 or float64, WORK the folder that work_files.js writes
"""

import json
import sys
import time

import numpy as np

DIM, CLASSES = 3072, 10


def main():
    dtype, folder = np.dtype(sys.argv[1]), sys.argv[2]
    contestant = None
    for line in sys.stdin:
        message = json.loads(line)
        if message["do"] == "load":
            contestant = Contestant(folder, dtype, message["images"])
            answer = {"version": np.__version__, "blas": blas()}
        elif message["do"] == "runs":
            answer = contestant.runs(message["settings"], message["epochs"])
        else:
            answer = contestant.round()
        print(json.dumps(answer), flush=True)


def blas():
    """The library that multiplies matrices, as far as the process tells."""
    with open("/proc/self/maps", encoding="utf-8") as maps:
        return "OpenBLAS" if "openblas" in maps.read() else "reference BLAS"


class Contestant:
    def __init__(self, folder, dtype, images):
        with open(f"{folder}/settings.json", encoding="utf-8") as file:
            self.settings = json.load(file)
        self.dtype = dtype
        scale = np.fromfile(f"{folder}/scale.f64", np.float64).reshape(2, DIM)
        self.train = read(f"{folder}/train.bin", images, scale, dtype)
        self.validation = read(f"{folder}/validation.bin", images, scale, dtype)
        self.initial = np.fromfile(f"{folder}/weights.f32", np.float32).astype(dtype)
        self.reset()

    def reset(self):
        self.W = self.initial[: CLASSES * DIM].reshape(CLASSES, DIM).copy()
        self.b = self.initial[CLASSES * DIM :].copy()

    def round(self):
        self.reset()
        start = time.perf_counter()
        self.epoch(**self.settings)
        middle = time.perf_counter()
        train, validation = self.evaluate(self.train), self.evaluate(self.validation)
        end = time.perf_counter()
        return {
            "epoch": 1e3 * (middle - start), "evaluation": 1e3 * (end - middle),
            "train": train, "validation": validation,
        }  # fmt: skip

    def runs(self, settings, epochs):
        """Trains settings one after the other, with both evaluations after each epoch."""
        start, last = time.perf_counter(), []
        for l2, learning_rate in settings:
            self.settings = {**self.settings, "l2": l2, "learningRate": learning_rate}
            self.reset()
            for _ in range(epochs):
                self.epoch(**self.settings)
                point = {"train": self.evaluate(self.train), "validation": self.evaluate(self.validation)}
            last.append(point)
        return {"milliseconds": 1e3 * (time.perf_counter() - start), "last": last}

    def epoch(self, batch, learningRate, l2):
        X, labels = self.train
        for i in range(0, len(X), batch):
            x, y = X[i : i + batch], labels[i : i + batch]
            P = self.probabilities(x)
            P[np.arange(len(y)), y] -= 1
            P /= len(y)
            self.W -= learningRate * (P.T @ x + 2 * l2 * self.W)
            self.b -= learningRate * P.sum(axis=0)

    def probabilities(self, x):
        s = x @ self.W.T + self.b
        s -= s.max(axis=1, keepdims=True)
        np.exp(s, out=s)
        s /= s.sum(axis=1, keepdims=True)
        return s

    def evaluate(self, split):
        X, y = split
        s = X @ self.W.T + self.b
        accuracy = float(np.mean(s.argmax(axis=1) == y))
        s -= s.max(axis=1, keepdims=True)
        loss = float(np.mean(np.log(np.exp(s).sum(axis=1)) - s[np.arange(len(y)), y], dtype=np.float64))
        cost = loss + self.settings["l2"] * float(np.sum(np.square(self.W), dtype=np.float64))
        return {"loss": loss, "cost": cost, "accuracy": accuracy}


def read(file, images, scale, dtype):
    """The first images of a file, standardized, and their labels."""
    records = np.fromfile(file, np.uint8, count=images * (DIM + 1)).reshape(images, DIM + 1)
    return (records[:, 1:] * scale[0] + scale[1]).astype(dtype), records[:, 0].astype(np.intp)


main()
