package fr.socle.bench;

import fr.socle.bench.operations.BenchOperations;

/**
 * What every space of a bench is given once it is open, through the operations of the control API.
 * Called again after a reset and when a space opens again, hence it may find what it gave before.
 * Called from several threads, for different spaces.
 */
@FunctionalInterface
public interface Furnishing {
  /** Spaces stay as they are opened. */
  Furnishing NOTHING = (bench, spaceId) -> {};

  /**
   * Furnishes a space.
   *
   * @throws RuntimeException if the space does not take it; a space that was being created is then
   *     deleted
   */
  void furnish(BenchOperations bench, String spaceId);
}
