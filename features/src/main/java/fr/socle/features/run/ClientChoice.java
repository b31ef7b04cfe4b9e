package fr.socle.features.run;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The relying party a scenario asks the LPS to be, by tags such as {@code
 * @client-psc:lps-demo-mtls} and {@code @certificat-psc:expire}.
 *
 * @param clientId its client id; absent when the scenario is content with any
 * @param keyStore name of the client identity it is given; absent = the one it is declared with
 */
record ClientChoice(@Nullable String clientId, @Nullable String keyStore) {
  private static final String CLIENT = "@client-psc:";
  private static final String CERTIFICATE = "@certificat-psc:";

  static ClientChoice of(Collection<String> tags) {
    return new ClientChoice(value(tags, CLIENT), value(tags, CERTIFICATE));
  }

  /** Whether any relying party will do. */
  boolean isFree() {
    return clientId == null && keyStore == null;
  }

  /** The same relying party with the certificate it is declared with. */
  ClientChoice withItsOwnCertificate() {
    return new ClientChoice(clientId, null);
  }

  private static @Nullable String value(Collection<String> tags, String prefix) {
    return tags.stream()
        .filter(tag -> tag.startsWith(prefix))
        .map(tag -> tag.substring(prefix.length()))
        .findFirst()
        .orElse(null);
  }
}
