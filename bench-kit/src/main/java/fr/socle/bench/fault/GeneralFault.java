package fr.socle.bench.fault;

import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.pki.ServerIdentity;
import fr.socle.bench.wire.TlsFace;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** The faults every HTTP service can be given. */
enum GeneralFault {
  LATENCY("latence", "Fait attendre la réponse.", "millisecondes"),
  STATUS(
      "statut-http",
      "Répond ce statut HTTP à la place du service, qui ne voit pas la requête (sauf si la panne"
          + " est limitée à une transaction que seul le service reconnaît).",
      "code"),
  CUT(
      "coupure",
      "Le service agit, mais la connexion est coupée : moment=avant-reponse (par défaut) ou"
          + " milieu-reponse.",
      "moment"),
  SERVER_EXPIRED(
      "certificat-serveur-expire", "Présente un certificat de serveur expiré.", GeneralFault.PORT),
  SERVER_WRONG_NAME(
      "certificat-serveur-mauvais-nom",
      "Présente un certificat de serveur émis pour un autre hôte.",
      GeneralFault.PORT),
  SERVER_UNKNOWN_AUTHORITY(
      "certificat-serveur-autorite-inconnue",
      "Présente un certificat de serveur d'une autorité inconnue.",
      GeneralFault.PORT),
  SERVER_REVOCABLE(
      "certificat-serveur-revocable",
      "Présente un certificat valable, d'une autorité intermédiaire, qui dit où sont sa liste de"
          + " révocation et son répondeur OCSP.",
      GeneralFault.PORT),
  SERVER_REVOKED(
      "certificat-serveur-revoque",
      "Présente un certificat révoqué, qui dit où sont sa liste de révocation et son répondeur"
          + " OCSP.",
      GeneralFault.PORT),
  CLIENT_REFUSED(
      "certificat-client-refuse",
      "Refuse tout certificat client pendant la négociation TLS.",
      GeneralFault.PORT),
  TLS_1_1(
      "tls-1.1", "Ne parle que TLS 1.1, que plus personne ne doit accepter.", GeneralFault.PORT),
  TLS_1_2("tls-1.2", "Ne parle que TLS 1.2, avec les suites habituelles.", GeneralFault.PORT),
  TLS_SUITE(
      "tls-suite",
      "Ne parle que TLS 1.2 et n'offre que la suite nommée, telle que"
          + " TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256.",
      GeneralFault.SUITE,
      GeneralFault.PORT);

  /** Name of the one listener that a fault of TLS is limited to; absent = all of the service. */
  static final String PORT = "port";

  /** The one suite offered, by its name in the register of IANA. */
  static final String SUITE = "suite";

  // The certificates of the bench are RSA; the suites of TLS 1.3 have no WITH in their names.
  private static final Pattern OF_RSA = Pattern.compile("TLS_((ECDHE|DHE)_)?RSA_WITH_.*");

  // Before the request is read, nobody is known
  private static final List<String> KEYS = List.of("nationalId", "clientId");

  private final String label;
  private final String description;
  private final String parameters;

  GeneralFault(String label, String description, String... parameters) {
    this.label = label;
    this.description = description;
    this.parameters = String.join(" ", parameters);
  }

  String label() {
    return label;
  }

  /** Whether it disturbs the handshake, not the request. */
  boolean isOfTls() {
    return compareTo(SERVER_EXPIRED) >= 0;
  }

  /** Whether the certificate it shows says where its revocation is told. */
  boolean tellsRevocation() {
    return this == SERVER_REVOCABLE || this == SERVER_REVOKED;
  }

  TlsFace applyTo(TlsFace healthy, Map<String, String> given) {
    return switch (this) {
      case LATENCY, STATUS, CUT -> healthy;
      case SERVER_EXPIRED -> healthy.presenting(ServerIdentity.EXPIRED);
      case SERVER_WRONG_NAME -> healthy.presenting(ServerIdentity.WRONG_NAME);
      case SERVER_UNKNOWN_AUTHORITY -> healthy.presenting(ServerIdentity.UNKNOWN_AUTHORITY);
      case SERVER_REVOCABLE -> healthy.presenting(ServerIdentity.REVOCABLE);
      case SERVER_REVOKED -> healthy.presenting(ServerIdentity.REVOKED);
      case CLIENT_REFUSED ->
          healthy.refusing(
              "Le banc refuse exprès ce certificat client (panne certificat-client-refuse) : votre"
                  + " logiciel doit le dire clairement à son utilisateur.");
      case TLS_1_1 -> healthy.speakingOnly("TLSv1.1");
      case TLS_1_2 -> healthy.speakingOnly("TLSv1.2");
      case TLS_SUITE -> healthy.offeringOnly(given.getOrDefault(SUITE, ""));
    };
  }

  /** Whether this JVM can play it. */
  boolean isAvailable() {
    return this != TLS_1_1 || !disabledTls().contains("tlsv1.1");
  }

  /** The suites that {@link #TLS_SUITE} can offer in this JVM. */
  static List<String> suites() {
    try {
      return Arrays.stream(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites())
          .filter(suite -> OF_RSA.matcher(suite).matches())
          .sorted()
          .toList();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("TLS n'est pas disponible dans ce JDK.", e);
    }
  }

  private static List<String> disabledTls() {
    String property = Security.getProperty("jdk.tls.disabledAlgorithms");
    return property == null
        ? List.of()
        : Arrays.stream(property.split(",", -1))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
  }

  FaultKind kind() {
    return new FaultKind(
        "*", label, description, List.of(parameters.split(" ", -1)), isOfTls() ? List.of() : KEYS);
  }

  static Optional<GeneralFault> named(String label) {
    return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
  }
}
