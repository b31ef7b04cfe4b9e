package fr.socle.bench.fault;

import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.pki.ServerIdentity;
import fr.socle.bench.wire.TlsFace;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
  CLIENT_REFUSED(
      "certificat-client-refuse",
      "Refuse tout certificat client pendant la négociation TLS.",
      GeneralFault.PORT),
  TLS_1_1(
      "tls-1.1", "Ne parle que TLS 1.1, que plus personne ne doit accepter.", GeneralFault.PORT);

  /** Name of the one listener that a fault of TLS is limited to; absent = all of the service. */
  static final String PORT = "port";

  // Before the request is read, nobody is known
  private static final List<String> KEYS = List.of("nationalId", "clientId");

  private final String label;
  private final String description;
  private final String parameter;

  GeneralFault(String label, String description, String parameter) {
    this.label = label;
    this.description = description;
    this.parameter = parameter;
  }

  String label() {
    return label;
  }

  /** Whether it disturbs the handshake, not the request. */
  boolean isOfTls() {
    return compareTo(SERVER_EXPIRED) >= 0;
  }

  TlsFace applyTo(TlsFace healthy) {
    return switch (this) {
      case LATENCY, STATUS, CUT -> healthy;
      case SERVER_EXPIRED -> healthy.presenting(ServerIdentity.EXPIRED);
      case SERVER_WRONG_NAME -> healthy.presenting(ServerIdentity.WRONG_NAME);
      case SERVER_UNKNOWN_AUTHORITY -> healthy.presenting(ServerIdentity.UNKNOWN_AUTHORITY);
      case CLIENT_REFUSED ->
          healthy.refusing(
              "Le banc refuse exprès ce certificat client (panne certificat-client-refuse) : votre"
                  + " logiciel doit le dire clairement à son utilisateur.");
      case TLS_1_1 -> healthy.speakingOnlyTls11();
    };
  }

  /** Whether this JVM can play it. */
  boolean isAvailable() {
    return this != TLS_1_1 || !disabledTls().contains("tlsv1.1");
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
        "*",
        label,
        description,
        parameter.isEmpty() ? List.of() : List.of(parameter),
        isOfTls() ? List.of() : KEYS);
  }

  static Optional<GeneralFault> named(String label) {
    return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
  }
}
