package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.http.TlsFacts;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.MailCommand;
import fr.socle.mss.protocol.mail.SessionFacts;
import fr.socle.mss.service.Mailbox;
import java.util.List;
import java.util.Set;

/** What is demanded of an authentication: mssante.md 1.4. */
final class SessionChecks {
  private static final Set<String> SUITES =
      Set.of(
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
          "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256");
  private static final Set<String> TOKENS = Set.of("XOAUTH2", "OAUTHBEARER");

  /** On every command; they speak of those that authenticate. */
  static final List<Check<MailCommand>> ALL =
      List.of(
          Check.of(
              rule(
                  "MSS-SE-01",
                  "MSS/va1.03",
                  RuleSource.TEXTE,
                  "1.4 (S: REG)",
                  "Aucun jeton ni mot de passe ne passe en clair."),
              SessionChecks::secret),
          Check.of(
              rule(
                  "MSS-SE-02",
                  "MSS/CONF.07",
                  RuleSource.TEXTE,
                  "1.4 (S: REG, ECO.1.2.1)",
                  "On ouvre TLS avant de s'authentifier."),
              SessionChecks::order),
          Check.of(
              rule(
                  "MSS-SE-03",
                  "MSS/CONF.07",
                  RuleSource.TEXTE,
                  "1.4 (S: REG, ECO.1.2.1)",
                  "Une boîte personnelle ou organisationnelle s'ouvre avec un jeton de Pro Santé Connect."),
              SessionChecks::mechanism),
          Check.of(
              rule(
                  "MSS-SE-04",
                  "MSS/CONF.01",
                  RuleSource.TEXTE,
                  "1.4 (S: REG, ECO.1.1.1)",
                  "On se connecte à l'opérateur en TLS 1.2 au moins."),
              SessionChecks::version),
          Check.of(
              rule(
                  "MSS-SE-05",
                  "MSS/CONF.03",
                  RuleSource.TEXTE,
                  "1.4 (S: REG, ECO.1.1.3)",
                  "En TLS 1.2, la suite est une des six."),
              SessionChecks::suite),
          Check.of(
              rule(
                  "MSS-SE-06",
                  "MSS/CONF.07",
                  RuleSource.TEXTE,
                  "1.4 (S: REG, ECO.1.2.1)",
                  "On attend la réponse à l'authentification avant les commandes."),
              SessionChecks::hurry));

  private SessionChecks() {}

  private static void secret(CheckedExchange<MailCommand> exchange, Findings findings) {
    MailCommand command = exchange.message();
    if (command.attempt().secret() && !command.session().isSecure()) {
      findings.add(
          place(command),
          "TLS d'abord",
          "une réponse " + command.attempt().mechanism() + " en clair",
          "N'envoyez le jeton qu'une fois TLS négocié : tout ce qui passe avant se lit.");
    }
  }

  private static String place(MailCommand command) {
    return command.session().protocol().equals("smtp") ? "AUTH" : command.verb();
  }

  private static void order(CheckedExchange<MailCommand> exchange, Findings findings) {
    MailCommand command = exchange.message();
    if (command.isAuthentication() && !command.session().isSecure()) {
      findings.add(
          place(command),
          "STARTTLS, puis l'authentification",
          "l'authentification sans TLS",
          "Envoyez STARTTLS et négociez TLS avant de vous authentifier.");
    }
  }

  private static void mechanism(CheckedExchange<MailCommand> exchange, Findings findings) {
    MailCommand command = exchange.message();
    SessionFacts session = command.session();
    boolean isOfPeople = session.isOf(Mailbox.Kind.PER) || session.isOf(Mailbox.Kind.ORG);
    if (isOfPeople
        && command.isAuthentication()
        && !TOKENS.contains(command.attempt().mechanism())) {
      findings.add(
          place(command),
          "XOAUTH2",
          command.attempt().mechanism(),
          "Authentifiez-vous en XOAUTH2 avec le jeton d'accès de Pro Santé Connect.");
    }
  }

  private static void version(CheckedExchange<MailCommand> exchange, Findings findings) {
    TlsFacts tls = exchange.message().session().tls();
    if (exchange.message().isAuthentication()
        && exchange.message().session().isSecure()
        && !Set.of("TLSv1.2", "TLSv1.3").contains(tls.protocol())) {
      findings.add("TLS", "TLS 1.2 ou 1.3", tls.protocol(), "Refusez toute version avant TLS 1.2.");
    }
  }

  private static void suite(CheckedExchange<MailCommand> exchange, Findings findings) {
    TlsFacts tls = exchange.message().session().tls();
    if (exchange.message().isAuthentication()
        && tls.protocol().equals("TLSv1.2")
        && !SUITES.contains(tls.cipherSuite())) {
      findings.add(
          "TLS, suite",
          "C030, C02F, C028, C027, 009F ou 009E",
          tls.cipherSuite(),
          "N'offrez en TLS 1.2 que les six suites du référentiel.");
    }
  }

  private static void hurry(CheckedExchange<MailCommand> exchange, Findings findings) {
    MailCommand command = exchange.message();
    if (command.attempt().hurried()) {
      findings.add(
          place(command),
          "rien avant la réponse",
          "d'autres commandes, déjà envoyées",
          "Attendez que l'opérateur valide l'authentification avant d'envoyer la suite.");
    }
  }
}
