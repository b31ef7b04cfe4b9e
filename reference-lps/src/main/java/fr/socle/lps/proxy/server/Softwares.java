package fr.socle.lps.proxy.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.socle.lps.banc.BenchDescriptor;
import fr.socle.lps.banc.DescriptorRefused;
import fr.socle.lps.banc.KeyStoreFile;
import fr.socle.lps.banc.PscClient;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.LoginSettings;
import fr.socle.lps.psc.PhoneLogins;
import fr.socle.lps.reseau.Tls;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The softwares this proxy knows: those of the descriptor. Thread-safe. */
final class Softwares {

  private static final String USUAL = "psc-client";

  /** How the authorization servers call this proxy when it presents a certificate. */
  private static final Map<String, String> API_CLIENTS =
      Map.of(USUAL, "proxy-demo", "organisation", "proxy-demo-2");

  private final BenchDescriptor bench;
  private final LoginSettings settings;
  private final Defects defects;
  private final Map<String, Software> prepared = new LinkedHashMap<>();

  Softwares(BenchDescriptor bench, LoginSettings settings, Defects defects) {
    this.bench = bench;
    this.settings = settings;
    this.defects = defects;
  }

  /**
   * A software by its client id; nothing when nobody declared it.
   *
   * @throws IOException when its certificate cannot be used
   */
  synchronized Optional<Software> find(String clientId) throws IOException {
    Software known = prepared.get(clientId);
    if (known != null) {
      return Optional.of(known);
    }
    PscClient client;
    try {
      client = bench.client(clientId);
    } catch (DescriptorRefused e) {
      return Optional.empty();
    }
    try {
      Software made = prepare(client);
      prepared.put(clientId, made);
      return Optional.of(made);
    } catch (DescriptorRefused e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Software prepare(PscClient client) throws DescriptorRefused, IOException {
    String own = client.keyStore() == null ? USUAL : client.keyStore();
    Wire psc = wire(own);
    boolean same = defects.has(Mutant.PROXY_EDITEUR_CERTIFICAT_UNIQUE);
    String shown = same ? USUAL : own;
    return new Software(
        client.clientId(),
        new PhoneLogins(bench, client, psc, settings),
        same ? wire(USUAL) : psc,
        Wire.of(Tls.context(bench.caFile(), null), settings.patience(), null),
        thumbprint(shown),
        API_CLIENTS.getOrDefault(shown, "proxy-demo"));
  }

  private Wire wire(String keyStore) throws DescriptorRefused, IOException {
    return Wire.of(Tls.context(bench.caFile(), key(keyStore)), settings.patience(), null);
  }

  private Tls.ClientKey key(String keyStore) throws DescriptorRefused, IOException {
    KeyStoreFile file = bench.keyStore(keyStore);
    return Tls.ClientKey.open(file.pkcs12(), file.password());
  }

  private String thumbprint(String keyStore) throws DescriptorRefused, IOException {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key(keyStore).certificate().getEncoded());
      if (defects.has(Mutant.PROXY_EDITEUR_CNF_HEXADECIMAL)) {
        byte[] letters = HexFormat.of().formatHex(digest).getBytes(US_ASCII);
        return Base64.getEncoder().encodeToString(letters);
      }
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest); // RFC 8705 3.1
    } catch (GeneralSecurityException e) {
      throw new IOException("certificat inutilisable", e);
    }
  }
}
