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
import fr.socle.insi.service.Control;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** INSI-T02: the headers of the contract are there and hold what they should. */
final class ContextChecks {
  private static final String T02 = "INSI-T02";
  private static final String HEADER = "/Envelope/Header/";
  private static final String LPS = HEADER + "ContexteLPS";
  static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private static final Pattern NOM = Pattern.compile("urn:lps:[^:]+(?::[^:]+)?");

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
                  "INSI-T02-7",
                  RuleSource.VU,
                  "2.3 (S:2, S:13)",
                  "LPS/IDAM porte le numéro d'autorisation, avec R=\"4\".",
                  T02),
              ContextChecks::idam),
          Check.of(
              rule(
                  "INSI-T02-8",
                  // The refusal was captured, but which numbers are known is a setting of the
                  // bench.
                  RuleSource.VU,
                  "2.7 (S:2, refus desir_550 capturé)",
                  "Le numéro d'autorisation est connu du service.",
                  T02),
              ContextChecks::knownIdam),
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
                  "INSI-T02-10",
                  // The official sample (S:19) has a plain name: information at most.
                  RuleSource.SUPPOSE,
                  "2.3 (S:2, S:3, S:7, S:19)",
                  "LPS/Nom a la forme urn:lps:<nom>:<version>.",
                  T02),
              ContextChecks::name),
          Check.of(
              rule(
                  "INSI-T02-11",
                  // A captured success had another version: not controlled by the service.
                  RuleSource.SUPPOSE,
                  "2.3 (S:2, S:3, S:5)",
                  "Version vaut 01_00 dans ContexteLPS et 01_02 dans ContexteBAM.",
                  T02),
              ContextChecks::versions));

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

  private static void idam(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteLps lps = exchange.message().request().lps();
    if (lps == null) {
      return;
    }
    if (lps.idam() == null || lps.idam().isEmpty()) {
      findings.add(
          LPS + "/LPS/IDAM",
          "le numéro d'autorisation du logiciel",
          "absent",
          "Mettez dans LPS/IDAM le numéro d'autorisation que le CNDA a donné à votre logiciel.");
    } else if (!"4".equals(lps.idamR())) {
      findings.add(
          LPS + "/LPS/IDAM/@R",
          "4",
          shown(lps.idamR()),
          "Mettez R=\"4\" sur IDAM : il annonce un numéro d'autorisation.");
    }
  }

  private static void knownIdam(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteLps lps = exchange.message().request().lps();
    boolean unknown = exchange.message().outcome().failed().containsKey(Control.IDAM);
    if (unknown && lps != null && lps.idam() != null && !lps.idam().isEmpty()) {
      findings.add(
          LPS + "/LPS/IDAM",
          "un numéro d'autorisation connu du service",
          lps.idam(),
          "Réglez dans votre logiciel l'IDAM que le banc connaît (lps.idam de bench.json), ou"
              + " déclarez le vôtre au banc : socle up --reglage insi.idam=VOTRE-NUMERO.");
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

  private static void name(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteLps lps = exchange.message().request().lps();
    if (lps != null && lps.nom() != null && !NOM.matcher(lps.nom()).matches()) {
      findings.add(
          LPS + "/LPS/Nom",
          "urn:lps:<nom>:<version>",
          shown(lps.nom()),
          "Écrivez de préférence le nom du logiciel sous la forme urn:lps:<nom>:<version>.");
    }
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
