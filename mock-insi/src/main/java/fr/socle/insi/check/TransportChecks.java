package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.soap.SoapDispatch;
import fr.socle.bench.soap.SoapDispatch.Clue;
import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.bench.soap.WsAddressing;
import fr.socle.bench.xml.XmlElement;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiContract;
import fr.socle.insi.protocol.InsiRequest;
import fr.socle.insi.protocol.UnreadableCall;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** INSI-T01: SOAP 1.2, and one operation named the same way everywhere. */
final class TransportChecks {
  private static final String T01 = "INSI-T01";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String SEARCHES_FOR = ":rechercherIns";
  private static final String WSA_ACTION = "/Envelope/Header/Action";

  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T01-1",
                  RuleSource.TEXTE,
                  "2.1 (S:1, WSDL)",
                  "Le message est une enveloppe SOAP 1.2.",
                  T01),
              ofASearch(TransportChecks::version)),
          Check.of(
              rule(
                  "INSI-T01-2",
                  RuleSource.VU,
                  "2.2 (S:3)",
                  "Le Content-Type est application/soap+xml.",
                  T01),
              ofASearch(TransportChecks::mediaType)),
          Check.of(
              rule(
                  "INSI-T01-3",
                  RuleSource.VU,
                  "2.2 (S:3)",
                  "Le Content-Type porte le paramètre action.",
                  T01),
              ofASearch(TransportChecks::actionParameter)),
          Check.of(
              rule(
                  "INSI-T01-4",
                  RuleSource.TEXTE,
                  "2.1 (S:1, WSDL)",
                  "L'action du Content-Type est une de celles du WSDL.",
                  T01),
              ofASearch(TransportChecks::knownAction)),
          Check.of(
              rule(
                  "INSI-T01-5",
                  RuleSource.VU,
                  "2.1 et 2.3 (S:2, S:3, S:4, S:7)",
                  "wsa:Action porte l'action de l'opération.",
                  T01),
              ofASearch(TransportChecks::addressingAction)),
          Check.of(
              rule(
                  "INSI-T01-6",
                  RuleSource.TEXTE,
                  "2.1 (S:1, WSDL)",
                  "Le corps contient l'élément de l'opération demandée.",
                  T01),
              ofASearch(TransportChecks::body)),
          Check.of(
              rule(
                  "INSI-T01-8",
                  RuleSource.VU,
                  "2.2 (S:3)",
                  "Le jeu de caractères annoncé est UTF-8.",
                  T01),
              ofASearch(TransportChecks::charset)));

  /** The only rule on what is no SOAP message. */
  static final List<Check<UnreadableCall>> UNREADABLE =
      List.of(
          Check.of(
              rule(
                  "INSI-T01-7",
                  RuleSource.TEXTE,
                  "2.1 (S:1, WSDL)",
                  "Le message est une enveloppe SOAP bien formée.",
                  T01),
              (exchange, findings) ->
                  findings.add(
                      "/Envelope",
                      "une enveloppe SOAP 1.2 bien formée, sans déclaration DOCTYPE",
                      exchange.message().reason(),
                      "Envoyez à INSi une enveloppe SOAP 1.2 que tout lecteur XML accepte.")));

  private TransportChecks() {}

  private static void version(CheckedExchange<InsiCall> exchange, Findings findings) {
    SoapVersion version = exchange.message().request().soap().version();
    if (version != SoapVersion.SOAP_12) {
      findings.add(
          "/Envelope",
          SoapVersion.SOAP_12.namespace(),
          version.namespace(),
          "Envoyez une enveloppe SOAP 1.2 : changez l'espace de noms de Envelope, Header et Body.");
    }
  }

  private static void mediaType(CheckedExchange<InsiCall> exchange, Findings findings) {
    InsiRequest request = exchange.message().request();
    if (isSoap12(request) && !request.contentType().announces(SoapVersion.SOAP_12)) {
      findings.add(
          CONTENT_TYPE,
          SoapVersion.SOAP_12.mediaType(),
          shown(request.contentType().mediaType()),
          "Annoncez application/soap+xml, le type d'un message SOAP 1.2, dans Content-Type.");
    }
  }

  private static void actionParameter(CheckedExchange<InsiCall> exchange, Findings findings) {
    InsiRequest request = exchange.message().request();
    if (isSoap12(request) && request.contentType().action() == null) {
      SoapOperation operation = request.dispatch().operation();
      findings.add(
          CONTENT_TYPE,
          "action=\"" + (operation == null ? knownActions() : operation.action()) + "\"",
          "aucun paramètre action",
          "Ajoutez au Content-Type le paramètre action avec l'action de l'opération.");
    }
  }

  private static void charset(CheckedExchange<InsiCall> exchange, Findings findings) {
    String charset = exchange.message().request().contentType().charset();
    if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
      findings.add(
          CONTENT_TYPE,
          "charset=utf-8",
          charset,
          "Écrivez le message en UTF-8 et annoncez-le par charset=utf-8 dans Content-Type.");
    }
  }

  private static void knownAction(CheckedExchange<InsiCall> exchange, Findings findings) {
    SoapDispatch dispatch = exchange.message().request().dispatch();
    if (dispatch.transportAction() != null && dispatch.disagrees(Clue.TRANSPORT)) {
      SoapOperation operation = dispatch.operation();
      findings.add(
          isSoap12(exchange.message().request()) ? CONTENT_TYPE : "SOAPAction",
          operation == null ? knownActions() : operation.action(),
          dispatch.transportAction(),
          "Recopiez l'action du WSDL dans le paramètre action du Content-Type.");
    }
  }

  private static void addressingAction(CheckedExchange<InsiCall> exchange, Findings findings) {
    InsiRequest request = exchange.message().request();
    SoapDispatch dispatch = request.dispatch();
    String namespace = request.soap().addressing().namespace();
    if (namespace != null && !namespace.equals(WsAddressing.NAMESPACE_1_0)) {
      findings.add(
          WSA_ACTION,
          WsAddressing.NAMESPACE_1_0,
          namespace,
          "Écrivez les en-têtes wsa: dans l'espace de noms de WS-Addressing 1.0, celui du WSDL.");
    } else if (dispatch.addressingAction() == null || dispatch.disagrees(Clue.ADDRESSING)) {
      SoapOperation operation = dispatch.operation();
      findings.add(
          WSA_ACTION,
          operation == null ? knownActions() : operation.action(),
          shown(dispatch.addressingAction()),
          "Mettez dans l'en-tête wsa:Action la même action que dans le Content-Type.");
    }
  }

  private static void body(CheckedExchange<InsiCall> exchange, Findings findings) {
    SoapDispatch dispatch = exchange.message().request().dispatch();
    SoapOperation operation = dispatch.operation();
    List<XmlElement> body = exchange.message().request().soap().body();
    if (body.size() > 1) {
      findings.add(
          body.get(1).path(),
          "un seul élément dans Body",
          body.stream().map(XmlElement::localName).collect(Collectors.joining(", ")),
          "Ne laissez dans Body que l'élément de l'opération demandée : le WSDL n'en déclare qu'un.");
    } else if (dispatch.body() == null || dispatch.disagrees(Clue.BODY)) {
      findings.add(
          "/Envelope/Body",
          operation == null ? knownBodies() : operation.body().toString(),
          dispatch.body() == null ? "corps vide" : dispatch.body().toString(),
          "Mettez directement dans Body l'élément de l'opération demandée, dans son espace de noms.");
    }
  }

  /**
   * The WSDL that was seen has the two searches (insi.md 2.1); INSi has other operations, whose
   * contract nobody here knows (insi.md 4 and 13). What is neither a search nor like one is judged
   * by nothing that was drawn from it.
   */
  private static Check.Judge<InsiCall> ofASearch(Check.Judge<InsiCall> judge) {
    return (exchange, findings) -> {
      if (looksLikeASearch(exchange.message().request().dispatch())) {
        judge.judge(exchange, findings);
      }
    };
  }

  private static boolean looksLikeASearch(SoapDispatch dispatch) {
    return dispatch.operation() != null
        || names(dispatch.transportAction())
        || names(dispatch.addressingAction())
        || isBodyOfASearch(dispatch.body());
  }

  private static boolean names(@Nullable String action) {
    return action != null && action.contains(SEARCHES_FOR);
  }

  /** The right element in a wrong namespace, or a wrong element in about the right one. */
  private static boolean isBodyOfASearch(@Nullable QName body) {
    return body != null
        && InsiContract.OPERATIONS.stream()
            .map(SoapOperation::body)
            .anyMatch(
                known ->
                    body.getNamespaceURI().startsWith(known.getNamespaceURI())
                        || known.getLocalPart().equals(body.getLocalPart()));
  }

  private static boolean isSoap12(InsiRequest request) {
    return request.soap().version() == SoapVersion.SOAP_12;
  }

  private static String knownActions() {
    return InsiContract.OPERATIONS.stream()
        .map(SoapOperation::action)
        .collect(Collectors.joining(" ou "));
  }

  private static String knownBodies() {
    return InsiContract.OPERATIONS.stream()
        .map(operation -> operation.body().toString())
        .collect(Collectors.joining(" ou "));
  }
}
