package fr.socle.psc;

import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.psc.service.ClientKeys;
import fr.socle.psc.service.JoseRegistration;
import fr.socle.psc.service.JoseRegistration.Encryption;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of a client about signatures and encryption, in the words of the standard. */
final class JoseSettings {
  static final String POSSIBLE =
      "jwks, un jeu de clés publiques en JSON ; request_uris, les adresses des objets de requête,"
          + " séparées par des blancs ; request_object_signing_alg et"
          + " id_token_signed_response_alg, RS256, PS256, ES256 ou HS256 ;"
          + " userinfo_signed_response_alg, les mêmes ou none ; id_token_encrypted_response_alg et"
          + " userinfo_encrypted_response_alg, RSA-OAEP ou RSA-OAEP-256, chacun avec son"
          + " …_encrypted_response_enc, A128CBC-HS256, A128GCM ou A256GCM";

  private static final String JWKS = "jwks";
  private static final String REQUEST = "request_object_signing_alg";
  private static final String REQUEST_URIS = "request_uris";
  private static final String ID_TOKEN = "id_token_signed_response_alg";
  private static final String USERINFO = "userinfo_signed_response_alg";
  private static final List<String> SIGNATURES = List.of("RS256", "PS256", "ES256", "HS256");
  private static final List<String> SIGNATURES_OR_NONE =
      Stream.concat(Stream.of("none"), SIGNATURES.stream()).toList();
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");
  private static final List<String> KEYS = List.of("RSA-OAEP", "RSA-OAEP-256");
  private static final List<String> CONTENTS = List.of("A128CBC-HS256", "A128GCM", "A256GCM");
  private static final Map<String, List<String>> VALUES =
      Map.of(
          REQUEST,
          SIGNATURES_OR_NONE,
          ID_TOKEN,
          SIGNATURES,
          USERINFO,
          SIGNATURES_OR_NONE,
          "id_token_encrypted_response_alg",
          KEYS,
          "id_token_encrypted_response_enc",
          CONTENTS,
          "userinfo_encrypted_response_alg",
          KEYS,
          "userinfo_encrypted_response_enc",
          CONTENTS);

  private JoseSettings() {}

  /** Whether it is such a setting, with a value it may have. */
  static boolean knows(String name, String value) {
    return name.equals(JWKS)
        || name.equals(REQUEST_URIS)
        || VALUES.getOrDefault(name, List.of()).contains(value);
  }

  /**
   * Reads them.
   *
   * @param secret secret of the client, absent with a certificate
   * @throws InvalidControlRequestException when they do not go together
   */
  static JoseRegistration read(Map<String, String> settings, @Nullable String secret) {
    ClientKeys keys = keys(settings.get(JWKS));
    String userinfo = settings.get(USERINFO);
    JoseRegistration read =
        new JoseRegistration(
            keys,
            settings.get(REQUEST),
            requestUris(settings.get(REQUEST_URIS)),
            settings.getOrDefault(ID_TOKEN, "RS256"),
            encryption(settings, "id_token"),
            "none".equals(userinfo) ? null : userinfo,
            encryption(settings, "userinfo"));
    boolean sealed = read.idTokenEncryption() != null || read.userinfoEncryption() != null;
    if (sealed && keys.forEncryption().isEmpty()) {
      throw refused(
          "Un jeton chiffré demande une clé RSA du client dans jwks (use absent ou enc).");
    }
    boolean bySecret =
        Stream.of(REQUEST, ID_TOKEN, USERINFO).anyMatch(name -> "HS256".equals(settings.get(name)));
    if (bySecret && (secret == null || secret.isEmpty())) {
      throw refused("HS256 demande un client qui a un secret.");
    }
    return read;
  }

  // Core 6.2: https, 512 characters at most; http on the loopback only (A), never anywhere else
  private static List<String> requestUris(@Nullable String told) {
    if (told == null || told.isBlank()) {
      return List.of();
    }
    List<String> addresses = new ArrayList<>();
    for (String one : told.strip().split("\\s+", -1)) {
      if (one.length() > 512 || !fetchable(one)) {
        throw refused(
            "request_uris : « "
                + one
                + " » n'est pas une adresse https, ou http de la boucle locale (127.0.0.1,"
                + " localhost, [::1]), de 512 caractères au plus.");
      }
      addresses.add(JoseRegistration.withoutFragment(one));
    }
    return addresses;
  }

  private static boolean fetchable(String text) {
    try {
      URI address = new URI(text);
      String host = address.getHost();
      boolean loopback = host != null && LOOPBACK.contains(host);
      return host != null
          && address.getUserInfo() == null
          && ("https".equals(address.getScheme())
              || (loopback && "http".equals(address.getScheme())));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static ClientKeys keys(@Nullable String jwks) {
    if (jwks == null) {
      return ClientKeys.NONE;
    }
    try {
      return ClientKeys.read(jwks);
    } catch (IllegalArgumentException e) {
      throw refused(
          "jwks n'est pas un jeu de clés publiques : {\"keys\":[…]} avec des clés RSA ou P-256.");
    }
  }

  // Dynamic Client Registration 2: A128CBC-HS256 when only alg is said; enc alone is not allowed
  private static @Nullable Encryption encryption(Map<String, String> settings, String what) {
    String alg = settings.get(what + "_encrypted_response_alg");
    String enc = settings.get(what + "_encrypted_response_enc");
    if (alg == null && enc != null) {
      throw refused(what + "_encrypted_response_enc demande " + what + "_encrypted_response_alg.");
    }
    return alg == null ? null : new Encryption(alg, enc == null ? "A128CBC-HS256" : enc);
  }

  private static InvalidControlRequestException refused(String message) {
    return new InvalidControlRequestException("reglage-de-client", message);
  }
}
