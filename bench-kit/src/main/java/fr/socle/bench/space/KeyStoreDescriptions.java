package fr.socle.bench.space;

import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import fr.socle.bench.pki.ClientIdentity;
import fr.socle.bench.pki.TestPki;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The client identities of the PKI as {@code bench.json} shows them. */
final class KeyStoreDescriptions {
  private KeyStoreDescriptions() {}

  static List<KeyStoreDescription> of(TestPki pki) {
    return pki.clients().stream().map(profile -> describe(pki.client(profile.name()))).toList();
  }

  static Map<String, X509Certificate> certificates(TestPki pki) {
    return pki.clients().stream()
        .map(profile -> pki.client(profile.name()))
        .collect(Collectors.toUnmodifiableMap(ClientIdentity::name, ClientIdentity::certificate));
  }

  private static KeyStoreDescription describe(ClientIdentity identity) {
    return new KeyStoreDescription(
        identity.name(),
        identity.subject(),
        identity.files().chainPem().toAbsolutePath().toString(),
        identity.files().keyPem().toAbsolutePath().toString(),
        identity.files().pkcs12().toAbsolutePath().toString(),
        identity.files().legacyPkcs12().toAbsolutePath().toString(),
        TestPki.PASSWORD);
  }
}
