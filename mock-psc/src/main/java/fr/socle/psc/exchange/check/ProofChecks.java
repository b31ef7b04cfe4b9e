package fr.socle.psc.exchange.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.exchange.protocol.ExchangeMessage;
import fr.socle.psc.exchange.service.ApiClient;
import fr.socle.psc.exchange.service.Confirmation;
import fr.socle.psc.exchange.service.Confirmation.Form;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** The certificate of a token exchange and the thumbprint it announces (psc.md 2.6). */
final class ProofChecks {
  private static final List<String> BOUND = List.of("PSC-PX-04");

  private ProofChecks() {}

  static List<Check<ExchangeMessage>> all() {
    return List.of(certificate(), noSecret(), cnfSent(), cnfWritten(), cnfRight());
  }

  private static Check<ExchangeMessage> certificate() {
    return Check.of(
        new Rule(
            "API-TLS-01",
            RuleSource.TEXTE,
            "psc.md 2.6 et 1.5 (S: TRANSPORT)",
            List.of("PSC-PX-09"),
            "L'échange se fait en TLS mutuel, avec le certificat déclaré pour le client_id."),
        (exchange, findings) -> {
          X500Principal shown = exchange.message().proof().certificate();
          ApiClient client = exchange.message().outcome().client();
          String id = exchange.message().proof().clientId();
          if (shown == null) {
            findings.add(
                "certificat client",
                client == null
                    ? "le certificat d'organisation du proxy"
                    : client.subject().getName(),
                "aucun",
                "Présentez le certificat d'organisation du proxy au serveur d'autorisation de"
                    + " l'API.");
          } else if (client == null && exchange.message().isForm()) {
            findings.add(
                "client_id",
                "le client_id donné par le serveur d'autorisation de l'API",
                id == null ? "absent" : id,
                "Envoyez dans client_id l'identifiant du proxy à ce serveur : ce n'est pas celui"
                    + " de Pro Santé Connect.");
          } else if (client != null && !client.subject().equals(shown)) {
            findings.add(
                "certificat client",
                client.subject().getName(),
                shown.getName(),
                "Présentez le certificat dont le nom (DN) est déclaré pour ce client_id.");
          }
        });
  }

  private static Check<ExchangeMessage> noSecret() {
    return Check.of(
        new Rule(
            "API-TLS-02",
            RuleSource.TEXTE,
            "psc.md 2.6 (S: TRANSPORT)",
            List.of("PSC-PX-09"),
            "Le proxy s'authentifie par son certificat seul, sans secret."),
        (exchange, findings) -> {
          if (exchange.message().proof().secret() != null) {
            findings.add(
                "client_secret",
                "absent",
                "un secret",
                "Retirez le secret : le certificat et client_id suffisent.");
          }
        });
  }

  // Listed as required by the CI-SIS volume; but the example proxy of the ANS does not send it
  private static Check<ExchangeMessage> cnfSent() {
    return Check.of(
        new Rule(
            "API-CNF-01",
            RuleSource.VU,
            "psc.md 2.6 (S: TRANSPORT ; le proxy d'exemple de l'ANS ne l'envoie pas, S: PROXY)",
            BOUND,
            "L'échange annonce dans cnf l'empreinte du certificat client."),
        (exchange, findings) -> {
          if (exchange.message().isExchange() && exchange.message().form().first("cnf").isEmpty()) {
            findings.add(
                "cnf",
                "{\"x5t#S256\":\"" + thumbprint(exchange.message()) + "\"}",
                "absent",
                "Envoyez dans cnf l'empreinte SHA-256 du certificat de la connexion.");
          }
        });
  }

  // RFC 8705 3.1 fixes the writing; the published national example has another: a reserve
  private static Check<ExchangeMessage> cnfWritten() {
    return Check.of(
        new Rule(
            "API-CNF-02",
            RuleSource.VU,
            "psc.md 2.6 (S: TRANSPORT, exemple publié en hexadécimal) ; RFC 8705 3.1",
            BOUND,
            "L'empreinte de cnf est écrite comme la RFC 8705 : base64url des 32 octets."),
        (exchange, findings) -> {
          Confirmation sent = exchange.message().outcome().confirmation();
          if (sent != null
              && (sent.form() == Form.HEXADECIMAL || sent.form() == Form.OTHER_BASE64)) {
            findings.add(
                "cnf, x5t#S256",
                String.valueOf(sent.thumbprint()),
                sent.form() == Form.HEXADECIMAL
                    ? "le base64 des 64 caractères hexadécimaux"
                    : "un autre alphabet de base64, ou du remplissage",
                "Écrivez l'empreinte en base64url, sans remplissage, des 32 octets du SHA-256.");
          }
        });
  }

  private static Check<ExchangeMessage> cnfRight() {
    return Check.of(
        new Rule(
            "API-CNF-03",
            RuleSource.TEXTE,
            "psc.md 2.6 (S: TRANSPORT)",
            BOUND,
            "L'empreinte de cnf est celle du certificat de la connexion."),
        (exchange, findings) -> {
          Confirmation sent = exchange.message().outcome().confirmation();
          String real = exchange.message().proof().thumbprint();
          if (sent != null && real != null && !real.equals(sent.thumbprint())) {
            findings.add(
                "cnf, x5t#S256",
                real,
                sent.form() == Form.UNREADABLE ? "illisible" : String.valueOf(sent.thumbprint()),
                "Calculez cnf sur le certificat présenté à l'échange, celui de l'appel métier.");
          }
        });
  }

  private static String thumbprint(ExchangeMessage message) {
    String known = message.proof().thumbprint();
    return known == null ? "…" : known;
  }
}
