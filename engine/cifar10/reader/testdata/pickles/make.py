"""Writes two images by Python's own pickler in the ways that people save shards.

NumPy need not be there: stand-ins with its names reduce as its classes do.
Pixel i is i * 7 % 251 and image i has label 3 + i. Run it in its own folder.
"""
import pickle
import sys
import types

PIXELS = bytes(i * 7 % 251 for i in range(2 * 3072))
LABELS = [3, 4]


def module(name):
    sys.modules[name] = types.ModuleType(name)
    return sys.modules[name]


def named(function, where, name):
    function.__module__, function.__qualname__, function.__name__ = where, name, name
    setattr(sys.modules[where], name, function)
    return function


def stand_in(core):
    """Returns the array class of a NumPy whose inner package is called core."""
    module("numpy")
    multiarray = core + ".multiarray"
    numeric = core + ".numeric"
    for name in core, multiarray, numeric:
        module(name)
    reconstruct = named(lambda *arguments: None, multiarray, "_reconstruct")
    frombuffer = named(lambda *arguments: None, numeric, "_frombuffer")

    class dtype:
        def __init__(self, name, *rest):
            self.name = name

        def __reduce__(self):
            order = "|" if self.name == "u1" else "<"
            return dtype, (self.name, False, True), (3, order, None, None, None, -1, -1, 0)

    class ndarray:
        def __init__(self, raw, shape, name="u1", fortran=False):
            self.raw, self.shape, self.type, self.fortran = raw, shape, dtype(name), fortran

        def __reduce_ex__(self, protocol):
            if protocol >= 5:
                order = "F" if self.fortran else "C"
                return frombuffer, (pickle.PickleBuffer(bytearray(self.raw)), self.type, self.shape, order)
            return reconstruct, (ndarray, (0,), b"b"), (1, self.shape, self.type, self.fortran, self.raw)

    named(dtype, "numpy", "dtype")
    named(ndarray, "numpy", "ndarray")
    return ndarray


def save(name, value, protocol):
    with open(name, "wb") as file:
        pickle.dump(value, file, protocol)


def transposed(raw, n):
    return bytes(raw[image * 3072 + d] for d in range(3072) for image in range(n))


def interleaved(raw, n):
    return bytes(raw[image * 3072 + c * 1024 + at] for image in range(n) for at in range(1024) for c in range(3))


array = stand_in("numpy.core")
for protocol in 2, 3, 4, 5:
    data = array(PIXELS, (2, 3072))
    save(f"protocol_{protocol}", {"data": data, "labels": LABELS, "batch_label": "testing batch 1 of 1"}, protocol)
save("byte_keys", {b"data": array(PIXELS, (2, 3072)), b"labels": LABELS}, 4)
save("fortran", {"data": array(transposed(PIXELS, 2), (2, 3072), fortran=True), "labels": LABELS}, 4)
save("image_a_column", {"data": array(transposed(PIXELS, 2), (3072, 2)), "labels": LABELS}, 5)
save("interleaved", {"data": array(interleaved(PIXELS, 2), (2, 32, 32, 3)), "labels": LABELS}, 3)
save("four_dimensions", {"data": array(PIXELS, (2, 3, 32, 32)), "labels": LABELS}, 3)
int64 = b"".join(label.to_bytes(8, "little") for label in LABELS)
save("label_array", {"data": array(PIXELS, (2, 3072)), "labels": array(int64, (2,), "i8")}, 4)
array = stand_in("numpy._core")
save("numpy_2", {"data": array(PIXELS, (2, 3072)), "labels": tuple(LABELS)}, 4)
