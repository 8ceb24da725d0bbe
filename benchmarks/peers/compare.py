#!/usr/bin/env python3
"""PyTorch and CrossbarSim in turn: an epoch of 784-128-10 over 60,000 images at batch 32, one thread.

Install PyTorch and a fast matrix library from the distribution (Debian, Ubuntu: apt-get install python3-torch libopenblas0;
with the plain libblas PyTorch is ten times slower, and this says so), then, in the root of the repository:

    dotnet build -c Release src/Simulator
    /usr/bin/python3 benchmarks/peers/compare.py

PyTorch runs float SGD on dense tensors that lie in memory, in two loops: as one writes it (nn.Sequential, cross_entropy,
optim.SGD), and by hand, without autograd, every product into a tensor that is there already. Ratios, of CPU-seconds, are
given against both. Both programs shuffle; neither evaluates.
"""

import argparse
import csv
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import time

# Before torch is loaded: its matrix library reads them once.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import torch

SAMPLES, INPUTS, HIDDEN, CLASSES, BATCH, RATE = 60_000, 784, 128, 10, 32, 0.1
RULES = ("sgd", "epoch-sign", "batch-sign", "accumulate", "stochastic")
PROGRAM = ["dotnet", os.path.join("artifacts", "bin", "Simulator", "release", "crossbarsim.dll")]


def data():
    """MNIST where CROSSBARSIM_DATA has it, else random images: dense products take as long for either."""
    folder = os.path.join(os.environ.get("CROSSBARSIM_DATA", ""), "mnist")
    try:
        with gzip.open(os.path.join(folder, "train-images-idx3-ubyte.gz")) as file:
            images = torch.frombuffer(bytearray(file.read()[16:]), dtype=torch.uint8)
        with gzip.open(os.path.join(folder, "train-labels-idx1-ubyte.gz")) as file:
            labels = torch.frombuffer(bytearray(file.read()[8:]), dtype=torch.uint8)
        return images.reshape(SAMPLES, INPUTS).float() / 255, labels.long(), "MNIST"
    except FileNotFoundError:
        return torch.rand(SAMPLES, INPUTS), torch.randint(CLASSES, (SAMPLES,)), "random images (no MNIST here)"


def as_written(images, labels):
    """One epoch, as the documentation writes it."""
    network = torch.nn.Sequential(
        torch.nn.Linear(INPUTS, HIDDEN, bias=False), torch.nn.ReLU(), torch.nn.Linear(HIDDEN, CLASSES, bias=False))
    optimizer = torch.optim.SGD(network.parameters(), lr=RATE)
    loss = torch.nn.CrossEntropyLoss()

    def epoch():
        for batch in torch.randperm(SAMPLES).split(BATCH):
            optimizer.zero_grad(set_to_none=True)
            loss(network(images[batch]), labels[batch]).backward()
            optimizer.step()

    return epoch


def by_hand(images, labels):
    """One epoch without autograd: softmax(relu(x W) V), every result into a tensor that is there already."""
    w, v = torch.randn(INPUTS, HIDDEN) * 0.05, torch.randn(HIDDEN, CLASSES) * 0.1
    x, h, z = torch.empty(BATCH, INPUTS), torch.empty(BATCH, HIDDEN), torch.empty(BATCH, CLASSES)
    back, rows = torch.empty(BATCH, HIDDEN), torch.arange(BATCH)

    def epoch():
        for batch in torch.randperm(SAMPLES).split(BATCH):
            torch.index_select(images, 0, batch, out=x)
            torch.mm(x, w, out=h).clamp_(min=0)
            torch.mm(h, v, out=z)
            delta = torch.softmax(z, 1)
            delta[rows, labels[batch]] -= 1
            torch.mm(delta, v.T, out=back).mul_(h > 0)
            v.addmm_(h.T, delta, alpha=-RATE / BATCH)
            w.addmm_(x.T, back, alpha=-RATE / BATCH)

    return epoch


def timed(epoch):
    wall, cpu = time.perf_counter(), time.process_time()
    epoch()
    return time.perf_counter() - wall, time.process_time() - cpu


def ours(program, repeats):
    """Medians of crossbarsim bench, by rule."""
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "bench.csv")
        subprocess.run(
            [*program, "bench", "--backend", "cpu", "--measure", "epoch", "--batch", str(BATCH), "--replicas", "1",
             "--threads", "1", "--repeats", str(repeats), "--quiet", "--out", table],
            check=True, stdout=subprocess.DEVNULL)
        with open(table, newline="", encoding="utf-8") as file:
            return {row["rule"]: (float(row["wall_seconds_per_network_epoch"]), float(row["cpu_seconds_per_network_epoch"]))
                    for row in csv.DictReader(file) if row["measurement"] == "epoch"}


def show(name, seconds, against=()):
    wall, cpu = (statistics.median(s[k] for s in seconds) for k in (0, 1))
    print(f"{name:28}{wall:10.3f}{cpu:10.3f}" + "".join(f"{other / cpu:12.1f}" for other in against))
    return cpu


def products_per_second():
    """Multiply-adds of one thread in a large product: shows which matrix library there is."""
    a, size = torch.rand(1024, 1024), 1024
    torch.mm(a, a)
    return size ** 3 / min(timed(lambda: torch.mm(a, a))[1] for _ in range(5))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each has its turn [5]")
    parser.add_argument("--repeats", type=int, default=3, help="epochs of ours in a round, for its median [3]")
    parser.add_argument("--program", nargs="+", default=PROGRAM, help="how crossbarsim is started")
    options = parser.parse_args()

    torch.set_num_threads(1)
    if products_per_second() < 5e9:
        print("PyTorch multiplies slowly here: is it the plain libblas? apt-get install libopenblas0", file=sys.stderr)
    images, labels, text = data()
    loops = {"as written": as_written(images, labels), "by hand": by_hand(images, labels)}
    peer, own = {name: [] for name in loops}, {rule: [] for rule in RULES}
    for epoch in loops.values():
        epoch()
    for turn in range(options.rounds):
        for name, epoch in loops.items():
            peer[name].append(timed(epoch))
        for rule, seconds in ours(options.program, options.repeats).items():
            own[rule].append(seconds)
        print(f"round {turn + 1} of {options.rounds}", file=sys.stderr)

    print(f"{text}; PyTorch {torch.__version__}, {torch.get_num_threads()} thread; medians of {options.rounds} rounds")
    print(f"{'seconds an epoch':28}{'wall':>10}{'CPU':>10}" + "".join(f"{name:>12}" for name in peer))
    against = [show(f"PyTorch sgd, {name}", seconds) for name, seconds in peer.items()]
    for rule, seconds in own.items():
        show(f"crossbarsim {rule}", seconds, against)


if __name__ == "__main__":
    main()
