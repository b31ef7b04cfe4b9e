package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.http.TlsFacts;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.MailCommand;
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
              SessionChecks::hurry),
          Check.of(
              rule(
                  "MSS-SE-11",
                  "MSS/CONF.12",
                  RuleSource.TEXTE,
                  "1.4 (S: REG, ECO.1.3.1)",
                  "Une boîte applicative s'ouvre sous TLS avec un certificat d'organisation."),
              SessionChecks::certificate),
          Check.of(
              rule(
                  "MSS-SE-12",
                  "MSS/CONF.12",
                  RuleSource.TEXTE,
                  "1.4 (S: REG, ECO.1.3.1)",
                  "Une boîte applicative s'ouvre par SASL PLAIN, non par un jeton."),
              SessionChecks::applicationMechanism),
          Check.of(
              rule(
                  "MSS-SE-13",
                  "MSS/CONF.12",
                  RuleSource.TEXTE,
                  "1.4 (S: REG, ECO.1.3.1)",
                  "Le login de SASL PLAIN est l'adresse de la boîte applicative."),
              SessionChecks::login));

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
    boolean isOfPeople = command.aimsAt(Mailbox.Kind.PER) || command.aimsAt(Mailbox.Kind.ORG);
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

  // The certificate is asked for by the operator, and PLAIN is offered after it only: who sends
  // PLAIN for an application mailbox all the same left it out.
  private static void certificate(CheckedExchange<MailCommand> exchange, Findings findings) {
    MailCommand command = exchange.message();
    if (command.attempt().mechanism().equals("PLAIN")
        && command.session().isSecure()
        && command.session().tls().clientCertificate().isEmpty()
        && command.aimsAt(Mailbox.Kind.APP)) {
      findings.add(
          place(command),
          "un certificat d'organisation, présenté dans TLS",
          "PLAIN, sans certificat",
          "Présentez à la négociation TLS le certificat d'organisation de la boîte applicative.");
    }
  }

  private static void applicationMechanism(
      CheckedExchange<MailCommand> exchange, Findings findings) {
    MailCommand command = exchange.message();
    if (command.aimsAt(Mailbox.Kind.APP)
        && command.isAuthentication()
        && !command.attempt().mechanism().equals("PLAIN")) {
      findings.add(
          place(command),
          "PLAIN, avec l'adresse de la boîte",
          command.attempt().mechanism(),
          "Ouvrez une boîte applicative par son certificat puis SASL PLAIN : aucun professionnel"
              + " n'y est connecté.");
    }
  }

  // An address that is no mailbox of the space may have been mistyped by who settled it.
  private static void login(CheckedExchange<MailCommand> exchange, Findings findings) {
    MailCommand command = exchange.message();
    String login = command.attempt().aim().login();
    if (command.attempt().mechanism().equals("PLAIN")
        && command.session().tls().clientCertificate().isPresent()
        && !login.isEmpty()
        && login.indexOf('@') < 0) {
      findings.add(
          place(command),
          "l'adresse de la boîte applicative",
          login,
          "Donnez comme login de SASL PLAIN l'adresse de la boîte applicative.");
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
