package fr.socle.psc.service;

import fr.socle.bench.world.Professional;
import fr.socle.bench.world.WorldStore;
import java.util.List;
import java.util.Optional;

/**
 * The professionals who can log in: those of the space's world. Thread-safe.
 *
 * @param world people of the space
 */
public record ProfessionalDirectory(WorldStore world) {
  private static final int LONGEST_LIST = 200;

  /** Those a page can list; the others log in by typing their identifier. */
  public List<Professional> all() {
    return world.professionals(null, LONGEST_LIST);
  }

  /** Who has this national identifier, such as {@code 899990000012}. */
  public Optional<Professional> find(String nationalId) {
    return world.professional(nationalId);
  }
}
