package fr.socle.bench.world;

/** Turns a seed and a position into a seed of their own, the same on every machine. */
final class Mixing {
  private Mixing() {}

  static long mix(long seed, long position, long purpose) {
    long mixed = seed * 0x9E3779B97F4A7C15L + position * 0xC2B2AE3D27D4EB4FL + purpose;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** A one-to-one shuffle of 0..size-1 that depends on the seed. The index is below the size. */
  static long shuffle(long seed, long index, long size) {
    // A prime larger than any factor of the sizes in use, hence coprime with them.
    long step = 982_451_653L % size;
    return Math.floorMod(index * step + Math.floorMod(mix(seed, 0, 2), size), size);
  }
}
