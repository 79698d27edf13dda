"""What the benchmarks share: who runs where, and pairs in turn."""
import os
import statistics


def describe_machine(more=""):
    processor = next(line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name"))
    load = os.getloadavg()[0]
    print(f"{processor}, {os.cpu_count()} cores, load {load:.1f}; {more}", flush=True)


def median_pair(our_name, ours, their_name, theirs, wanted=None, pairs=5, unit="s"):
    """Runs both sides in turn and prints the median of the pairs' ratios (theirs to ours)."""
    taken = []
    for _ in range(pairs):
        taken.append((ours(), theirs()))
        print(f"  {our_name} {taken[-1][0]:.3f} {unit}, {their_name} {taken[-1][1]:.3f} {unit}", flush=True)
    ratio = statistics.median(theirs / ours for ours, theirs in taken)
    medians = [statistics.median(side) for side in zip(*taken)]
    print(
        f"  median {our_name} {medians[0]:.3f} {unit}, {their_name} {medians[1]:.3f} {unit}: {ratio:.2f} times as fast"
        + (f" (asked: {wanted})" if wanted else "") + f"; load {os.getloadavg()[0]:.1f}", flush=True)
    return ratio
