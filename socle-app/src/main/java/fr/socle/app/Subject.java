package fr.socle.app;

import fr.socle.features.driver.Capabilities.LpsIdentity;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.lps.ReferenceLps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The LPS a run is about.
 *
 * @param configuration how to drive it
 * @param instances instances of the reference that live as long as this
 */
record Subject(LpsConfiguration configuration, List<ReferenceLps> instances)
    implements AutoCloseable {

  /** The reference LPS, or one of its mutants, on free ports. */
  static Subject reference(@Nullable String mutant, int count) {
    List<ReferenceLps> started = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        ReferenceLps.Builder builder = ReferenceLps.builder();
        started.add((mutant == null ? builder : builder.mutant(mutant)).start());
      }
    } catch (IOException e) {
      started.forEach(ReferenceLps::close);
      throw new UncheckedIOException("Le LPS de référence n'a pas pu démarrer.", e);
    }
    return new Subject(
        configuration(
            mutant == null ? "LPS de référence" : "LPS de référence, mutant " + mutant,
            started.stream().map(ReferenceLps::url).toList()),
        List.copyOf(started));
  }

  /** How instances of the reference LPS are driven. */
  static LpsConfiguration referenceConfiguration(List<URI> urls) {
    return configuration("LPS de référence", urls);
  }

  private static LpsConfiguration configuration(String name, List<URI> urls) {
    return LpsConfiguration.http(new LpsIdentity(name, Version.current(), "Socle"), urls);
  }

  @Override
  public void close() {
    instances.forEach(ReferenceLps::close);
  }
}
