package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.SchemaFault;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.ContexteBam;
import fr.socle.insi.protocol.ContexteLps;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiRequest;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** INSI-T02: the headers of the contract are there and hold what they should. */
final class ContextChecks {
  private static final String T02 = "INSI-T02";
  private static final String HEADER = "/Envelope/Header/";
  static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private static final Pattern ZONED = Pattern.compile(".*(?:Z|[+-]\\d{2}:\\d{2})");

  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T02-1",
                  RuleSource.TEXTE,
                  "2.1 (S:1, WSDL)",
                  "Les en-têtes ContexteLPS, ContexteBAM et wsa:MessageID sont là.",
                  T02),
              ContextChecks::present),
          Check.of(
              rule(
                  "INSI-T02-2",
                  RuleSource.TEXTE,
                  "2.3 (S:1, XSD)",
                  "Chaque contexte porte un attribut Version, un Id et un Temps.",
                  T02),
              ContextChecks::mandatoryParts),
          Check.of(
              rule(
                  "INSI-T02-3",
                  RuleSource.TEXTE,
                  "2.3 (S:1, XSD)",
                  "Temps est une date et heure xsd:dateTime.",
                  T02),
              ContextChecks::time),
          Check.of(
              rule(
                  "INSI-T02-4",
                  // The sheet lists the parts of a context but does not say that their order binds.
                  RuleSource.VU,
                  "2.3 (S:1, S:2, S:3)",
                  "Les contextes suivent leur schéma.",
                  T02),
              ContextChecks::schema),
          Check.of(
              rule(
                  "INSI-T02-5",
                  RuleSource.VU,
                  "2.3 (S:2, S:3)",
                  "Les Id des contextes sont des UUID.",
                  T02),
              ContextChecks::uuids),
          Check.of(
              rule(
                  "INSI-T02-6",
                  RuleSource.VU,
                  "2.3 (S:2, S:3)",
                  "Les deux contextes ont des Id différents.",
                  T02),
              ContextChecks::distinctIds),
          Check.of(
              rule(
                  "INSI-T02-9",
                  RuleSource.VU,
                  "2.3 (S:2, S:3, S:5, S:7, S:19)",
                  "wsa:MessageID est un UUID, précédé ou non de uuid:.",
                  T02),
              ContextChecks::messageId),
          Check.of(
              rule(
                  "INSI-T02-11",
                  // A captured success had another version: not controlled by the service.
                  RuleSource.SUPPOSE,
                  "2.3 (S:2, S:3, S:5)",
                  "Version vaut 01_00 dans ContexteLPS et 01_02 dans ContexteBAM.",
                  T02),
              ContextChecks::versions),
          Check.of(
              rule(
                  "INSI-T02-20",
                  RuleSource.VU,
                  "2.3 (S:2, S:3)",
                  "Temps est en UTC ou donne son décalage.",
                  T02),
              ContextChecks::zone));

  private ContextChecks() {}

  private static void present(CheckedExchange<InsiCall> exchange, Findings findings) {
    InsiRequest request = exchange.message().request();
    missing(findings, request.lps() == null, "ContexteLPS");
    missing(findings, request.bam() == null, "ContexteBAM");
    missing(findings, !request.hasMessageId(), "MessageID");
  }

  private static void missing(Findings findings, boolean missing, String name) {
    if (missing) {
      findings.add(
          HEADER + name,
          "un en-tête " + name,
          "absent",
          "Ajoutez l'en-tête " + name + ", que le WSDL déclare pour l'opération.");
    }
  }

  private static void mandatoryParts(CheckedExchange<InsiCall> exchange, Findings findings) {
    for (Context context : Context.of(exchange.message().request())) {
      missingPart(findings, context.version() == null, context, "@Version");
      missingPart(findings, context.id() == null, context, "Id");
      missingPart(findings, context.time() == null, context, "Temps");
    }
  }

  private static void missingPart(
      Findings findings, boolean missing, Context context, String part) {
    if (missing) {
      findings.add(
          context.path() + "/" + part,
          part + " est obligatoire",
          "absent",
          "Ajoutez " + part + " à " + context.name() + ".");
    }
  }

  private static void time(CheckedExchange<InsiCall> exchange, Findings findings) {
    for (Context context : Context.of(exchange.message().request())) {
      if (context.time() != null && !context.hasValidTime()) {
        findings.add(
            context.path() + "/Temps",
            "une date et heure, comme 2026-01-15T09:30:00.000Z",
            shown(context.time()),
            "Écrivez dans Temps la date et l'heure ISO 8601 de l'appel, en UTC ou avec décalage.");
      }
    }
  }

  private static void zone(CheckedExchange<InsiCall> exchange, Findings findings) {
    for (Context context : Context.of(exchange.message().request())) {
      String time = context.time();
      if (time != null && context.hasValidTime() && !ZONED.matcher(time.strip()).matches()) {
        findings.add(
            context.path() + "/Temps",
            "l'heure et Z, ou son décalage comme +01:00",
            time,
            "Terminez Temps par Z, en UTC, ou par le décalage de l'heure locale.");
      }
    }
  }

  private static void schema(CheckedExchange<InsiCall> exchange, Findings findings) {
    InsiRequest request = exchange.message().request();
    List<Context> judged =
        Context.of(request).stream().filter(Context::hasItsMandatoryParts).toList();
    for (SchemaFault fault : request.contextFaults()) {
      String path = fault.element().path();
      if (judged.stream().anyMatch(context -> path.startsWith(context.path()))) {
        findings.add(
            path,
            "un contexte conforme à son schéma",
            fault.rule(),
            "Corrigez le contexte. " + fault.sentence());
      }
    }
  }

  private static void uuids(CheckedExchange<InsiCall> exchange, Findings findings) {
    for (Context context : Context.of(exchange.message().request())) {
      if (context.id() != null && !UUID.matcher(context.id()).matches()) {
        findings.add(
            context.path() + "/Id",
            "un UUID",
            shown(context.id()),
            "Mettez dans Id un UUID nouveau à chaque appel.");
      }
    }
  }

  private static void distinctIds(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteLps lps = exchange.message().request().lps();
    ContexteBam bam = exchange.message().request().bam();
    if (lps != null && bam != null && lps.id() != null && lps.id().equals(bam.id())) {
      findings.add(
          HEADER + "ContexteBAM/Id",
          "un autre identifiant que celui de ContexteLPS",
          lps.id(),
          "Tirez un UUID pour chacun des deux contextes.");
    }
  }

  private static void messageId(CheckedExchange<InsiCall> exchange, Findings findings) {
    InsiRequest request = exchange.message().request();
    String id = Objects.requireNonNullElse(request.messageId(), "");
    if (request.hasMessageId() && !UUID.matcher(bare(id)).matches()) {
      findings.add(
          HEADER + "MessageID",
          "uuid: suivi d'un UUID, ou un UUID seul",
          shown(id),
          "Mettez dans wsa:MessageID « uuid: » et un UUID.");
    }
  }

  private static String bare(String messageId) {
    return messageId.startsWith("uuid:") ? messageId.substring("uuid:".length()) : messageId;
  }

  private static void versions(CheckedExchange<InsiCall> exchange, Findings findings) {
    for (Context context : Context.of(exchange.message().request())) {
      if (context.version() != null && !context.version().equals(context.usualVersion())) {
        findings.add(
            context.path() + "/@Version",
            context.usualVersion(),
            shown(context.version()),
            "Mettez Version=\"" + context.usualVersion() + "\" sur " + context.name() + ".");
      }
    }
  }
}
