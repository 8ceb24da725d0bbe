"""Writes h5py-state.h5: a state as another program would write it (h5py 3.7, HDF5 1.10).

Run with Debian's python3-h5py: /usr/bin/python3 h5py-state.py
Layer 0: int32 [5, 3], contiguous, (7 * row + 13 * column) mod 101.
Layer 1: uint8 [3, 2], chunked and compressed, 100 - (row + column).
"""
import h5py
import numpy as np

rows, columns = np.indices((5, 3))
with h5py.File("h5py-state.h5", "w") as file:
    file["layers/0/pulses"] = ((7 * rows + 13 * columns) % 101).astype("<i4")
    rows, columns = np.indices((3, 2))
    file.create_dataset("layers/1/pulses", data=(100 - (rows + columns)).astype("u1"), chunks=(2, 2), compression="gzip")
