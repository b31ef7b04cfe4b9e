package fr.socle.dmp.check;

import static fr.socle.dmp.check.DmpRules.check;
import static fr.socle.dmp.check.DmpRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.bench.soap.WsAddressing;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.protocol.DmpOperation;
import fr.socle.dmp.protocol.DmpRequest;
import fr.socle.dmp.protocol.UnreadableCall;
import fr.socle.dmp.protocol.Withdrawn;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DMP-T01 and DMP-T02: SOAP 1.2, the contract, WS-Addressing. */
final class TransportChecks {
  private static final String HEADER = "/Envelope/Header/";
  private static final String ANONYMOUS = WsAddressing.NAMESPACE_1_0 + "/anonymous";
  private static final Pattern URN_UUID =
      Pattern.compile("(?i)urn:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

  static final List<Check<DmpMessage>> ALL =
      List.of(
          check(
              "DMP-T01-1",
              RuleSource.VU,
              "1.1 (S:WSDL ; un échantillon est en SOAP 1.1)",
              "Le message est une enveloppe SOAP 1.2.",
              TransportChecks::version),
          check(
              "DMP-T01-2",
              RuleSource.VU,
              "1.1 (S:WSDL, MSG)",
              "Le Content-Type est application/soap+xml, ou multipart/related avec des documents.",
              TransportChecks::mediaType),
          check(
              "DMP-T01-3",
              RuleSource.VU,
              "1.2 (S:MSG, KIT)",
              "wsa:Action porte l'action de l'opération.",
              TransportChecks::action),
          check(
              "DMP-T01-4",
              RuleSource.TEXTE,
              "1.2 (S:WSDL)",
              "Le corps contient l'élément d'une opération du service appelé.",
              TransportChecks::body),
          check(
              "DMP-T02-1",
              RuleSource.VU,
              "1.1 (S:DEH, MSG)",
              "Action et MessageID de WS-Addressing sont là.",
              TransportChecks::addressing),
          check(
              "DMP-T02-2",
              RuleSource.VU,
              "1.1 (S:MSG)",
              "MessageID est urn:uuid: suivi d'un UUID.",
              TransportChecks::messageId),
          check(
              "DMP-T02-3",
              RuleSource.VU,
              "1.1 (S:MSG)",
              "ReplyTo désigne l'adresse anonyme.",
              TransportChecks::replyTo),
          check(
              "DMP-T02-4",
              RuleSource.VU,
              "1.1 (S:MSG)",
              "L'en-tête Security contient un VIHF et un seul.",
              TransportChecks::security));

  /** The only rule on what is no SOAP message. */
  static final List<Check<UnreadableCall>> UNREADABLE =
      List.of(
          Check.of(
              DmpRules.rule(
                  "DMP-T01-5",
                  RuleSource.TEXTE,
                  "1.1 (S:WSDL)",
                  "Le message est une enveloppe SOAP bien formée."),
              (exchange, findings) ->
                  findings.add(
                      "/Envelope",
                      "une enveloppe SOAP 1.2 bien formée, sans déclaration DOCTYPE",
                      exchange.message().reason(),
                      "Envoyez au DMP une enveloppe SOAP 1.2 que tout lecteur XML accepte.")));

  private TransportChecks() {}

  private static void version(CheckedExchange<DmpMessage> exchange, Findings findings) {
    SoapVersion version = exchange.message().request().soap().version();
    if (version != SoapVersion.SOAP_12) {
      findings.add(
          "/Envelope",
          SoapVersion.SOAP_12.namespace(),
          version.namespace(),
          "Envoyez une enveloppe SOAP 1.2 : changez l'espace de noms de Envelope, Header et Body.");
    }
  }

  private static void mediaType(CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpRequest request = exchange.message().request();
    String type = exchange.request().headers().first("Content-Type").orElse("");
    boolean multipart =
        type.regionMatches(true, 0, "multipart/related", 0, "multipart/related".length());
    if (request.soap().version() == SoapVersion.SOAP_12
        && !multipart
        && !request.contentType().announces(SoapVersion.SOAP_12)) {
      findings.add(
          "Content-Type",
          SoapVersion.SOAP_12.mediaType(),
          shown(request.contentType().mediaType()),
          "Annoncez application/soap+xml, le type d'un message SOAP 1.2, dans Content-Type.");
    }
  }

  private static void action(CheckedExchange<DmpMessage> exchange, Findings findings) {
    String action = exchange.message().request().soap().addressing().action();
    DmpOperation operation = exchange.message().operation();
    if (action != null && operation != null && !operation.contract().action().equals(action)) {
      findings.add(
          HEADER + "Action",
          operation.contract().action(),
          action,
          "Mettez dans wsa:Action l'action de l'opération que le corps demande.");
    }
  }

  private static void body(CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpMessage message = exchange.message();
    DmpOperation operation = message.operation();
    List<XmlElement> body = message.request().soap().body();
    boolean unknown = operation == null && Withdrawn.asked(message.request()).isEmpty();
    if (body.size() != 1
        || unknown
        || (operation != null && !body.get(0).is(operation.contract().body()))) {
      findings.add(
          "/Envelope/Body",
          operation == null
              ? "l'élément d'une opération du service " + message.request().service()
              : operation.contract().body().toString(),
          body.isEmpty() ? "corps vide" : body.get(0).name() + " (" + body.size() + " élément)",
          "Mettez dans Body le seul élément de l'opération demandée, dans son espace de noms.");
    }
  }

  private static void addressing(CheckedExchange<DmpMessage> exchange, Findings findings) {
    WsAddressing addressing = exchange.message().request().soap().addressing();
    required("Action", addressing.action(), findings);
    required("MessageID", addressing.messageId(), findings);
  }

  private static void required(String name, @Nullable String value, Findings findings) {
    if (value == null) {
      findings.add(
          HEADER + name,
          "un en-tête wsa:" + name,
          "absent",
          "Ajoutez l'en-tête wsa:" + name + " de WS-Addressing 1.0 : le DMP refuse sans lui.");
    }
  }

  private static void messageId(CheckedExchange<DmpMessage> exchange, Findings findings) {
    String id = exchange.message().request().messageId();
    if (id != null && !URN_UUID.matcher(id.strip()).matches()) {
      findings.add(
          HEADER + "MessageID",
          "urn:uuid: suivi d'un UUID",
          id,
          "Tirez un UUID pour wsa:MessageID à chaque appel, précédé de urn:uuid:.");
    }
  }

  private static void replyTo(CheckedExchange<DmpMessage> exchange, Findings findings) {
    String address = exchange.message().request().soap().addressing().replyTo();
    if (exchange.message().request().soap().addressing().action() != null
        && !ANONYMOUS.equals(address)) {
      findings.add(
          HEADER + "ReplyTo/Address",
          ANONYMOUS,
          shown(address),
          "Demandez la réponse sur la même connexion : l'adresse anonyme de WS-Addressing.");
    }
  }

  private static void security(CheckedExchange<DmpMessage> exchange, Findings findings) {
    int assertions = exchange.message().request().assertions().size();
    if (assertions != 1) {
      findings.add(
          HEADER + "Security",
          "une assertion SAML",
          assertions + " assertion(s)",
          "Joignez dans wsse:Security le VIHF de cet appel, et lui seul.");
    }
  }
}
