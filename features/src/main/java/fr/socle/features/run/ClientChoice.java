package fr.socle.features.run;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The relying party a scenario asks the LPS to be, by a tag such as {@code
 * @client-psc:lps-demo-mtls}.
 */
final class ClientChoice {
  private static final String PREFIX = "@client-psc:";

  private ClientChoice() {}

  /** Its client id; absent when the scenario is content with any. */
  static @Nullable String of(Collection<String> tags) {
    return tags.stream()
        .filter(tag -> tag.startsWith(PREFIX))
        .map(tag -> tag.substring(PREFIX.length()))
        .findFirst()
        .orElse(null);
  }
}
