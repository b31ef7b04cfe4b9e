package fr.socle.dmp.registry.check;

import static fr.socle.dmp.check.DmpRules.onContent;
import static fr.socle.dmp.check.DmpRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.soap.SoapContentType;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.protocol.ReadSubmission;
import fr.socle.dmp.registry.service.DocumentContent;
import fr.socle.dmp.registry.service.Provided;
import fr.socle.documents.metadata.DescribedDocument;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is demanded of a feeding besides its metadata: dmp.md 1.1, 1.9, 5.4. */
final class FeedingChecks {
  /** cda.md 4 (S:TC3). */
  private static final String VACCINATION_NOTE = "1.2.250.1.213.1.1.1.46";

  private static final String VERSION_OF_NOTES = "2023.01";
  private static final String NOT_EMPTY =
      "N'envoyez pas de document vide : ne validez que ce qui a un contenu.";

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onContent(
              rule(
                  "DMP-T21-1",
                  RuleSource.TEXTE,
                  "1.1 (S:WSDL, KIT, MSG)",
                  "Un envoi de documents est un message MTOM."),
              ReadSubmission.class,
              FeedingChecks::mtom),
          onContent(
              rule(
                  "DMP-T21-4",
                  RuleSource.VU,
                  "1.1 (S:WSDL, KIT, MSG)",
                  "Le type annoncé d'un message MTOM est application/xop+xml."),
              ReadSubmission.class,
              FeedingChecks::type),
          onContent(
              rule(
                  "DMP-T21-2",
                  RuleSource.VU,
                  "1.9 (S:MSG)",
                  "Chaque contenu est pris d'une partie du message par xop:Include."),
              ReadSubmission.class,
              FeedingChecks::included),
          onContent(
              rule(
                  "DMP-T21-3",
                  RuleSource.VU,
                  "1.9 (S:MSG)",
                  "Chaque document décrit a son contenu, sous le même identifiant."),
              ReadSubmission.class,
              FeedingChecks::complete),
          onContent(
              rule(
                  "DMP-T25-1",
                  RuleSource.VU,
                  "1.9 (S:DRIM)",
                  "hash et size d'un document qui n'est pas un CDA sont ceux de ses octets."),
              ReadSubmission.class,
              FeedingChecks::agreement),
          onContent(
              rule(
                  "DMP-T26-1",
                  RuleSource.VU,
                  "3.2 (S:MSG, HL7V2)",
                  "Un document text/xml est un CDA qui se lit."),
              ReadSubmission.class,
              FeedingChecks::readable),
          onContent(
              rule(
                  "DMP-T26-2",
                  RuleSource.VU,
                  "5.6 bis (S:DEVBOX, EX_2.1-2035)",
                  "Une note de vaccination est de la version 2023.01 de son modèle."),
              ReadSubmission.class,
              FeedingChecks::vaccination),
          onContent(
              rule(
                  "DMP-T33-1",
                  // dmp.md 5.6 bis: no other fact tells how it is seen on the wire.
                  RuleSource.VU,
                  "5.6 bis (S:DEVBOX, EX_GEN-1060)",
                  "Un document envoyé n'est pas vide."),
              ReadSubmission.class,
              FeedingChecks::empty));

  private FeedingChecks() {}

  private static void mtom(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    String header = contentType(exchange);
    if (!SoapContentType.parse(header).mediaType().equals("multipart/related")) {
      findings.add(
          "Content-Type",
          "multipart/related; type=\"application/xop+xml\"",
          header.isEmpty() ? "absent" : header,
          "Envoyez les documents en MTOM : l'enveloppe d'abord, puis une partie par document.");
    }
  }

  private static void type(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    SoapContentType type = SoapContentType.parse(contentType(exchange));
    String said = type.parameters().getOrDefault("type", "");
    if (type.mediaType().equals("multipart/related")
        && !said.equalsIgnoreCase("application/xop+xml")) {
      findings.add(
          "Content-Type, type",
          "application/xop+xml",
          said.isEmpty() ? "absent" : said,
          "Annoncez type=\"application/xop+xml\" dans le Content-Type du message MTOM.");
    }
  }

  private static String contentType(CheckedExchange<DmpMessage> exchange) {
    return exchange.request().headers().first("Content-Type").orElse("");
  }

  private static void included(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    for (Provided.Bytes document : read.provided().documents()) {
      if (document.reference() == null) {
        findings.add(
            "Document " + document.id(),
            "xop:Include",
            "un contenu dans l'enveloppe",
            "Mettez le contenu dans une partie du message et nommez-la par xop:Include.");
      } else if (document.content() == null) {
        findings.add(
            "Document " + document.id() + ", xop:Include",
            "une partie du message",
            document.reference(),
            "Écrivez dans href « cid: » suivi du Content-ID de la partie qui porte ce document.");
      }
    }
  }

  private static void complete(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    for (DocumentEntry entry : read.provided().submission().documents()) {
      if (read.provided().document(entry.id(), false).isEmpty()) {
        findings.add(
            entry.id(),
            "un élément Document de même identifiant",
            "aucun",
            "Joignez le contenu de chaque document décrit dans l'envoi.");
      }
    }
  }

  private static void agreement(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Set<String> described =
        read.described().stream().map(each -> each.entry().id()).collect(Collectors.toSet());
    for (DocumentEntry entry : read.provided().submission().documents()) {
      DocumentContent content = read.content(entry).orElse(null);
      if (content == null || described.contains(entry.id())) {
        continue;
      }
      same(entry, "hash", entry.hash(), content.sha1(), findings);
      same(entry, "size", entry.size(), String.valueOf(content.size()), findings);
    }
  }

  private static void same(
      DocumentEntry entry, String attribute, List<String> said, String right, Findings findings) {
    said.stream()
        .filter(value -> !value.equalsIgnoreCase(right))
        .forEach(
            value ->
                findings.add(
                    entry.id() + ", " + attribute,
                    right,
                    value,
                    "Calculez " + attribute + " sur les octets envoyés."));
  }

  private static void readable(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    read.insides().stream()
        .filter(each -> !each.unreadable().isEmpty())
        .forEach(
            each ->
                findings.add(
                    each.entry().id(),
                    "un document CDA R2",
                    each.unreadable(),
                    "Envoyez un CDA bien formé, ou corrigez mimeType."));
  }

  private static void empty(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    for (DocumentEntry entry : read.provided().submission().documents()) {
      if (read.content(entry).filter(content -> content.size() == 0).isPresent()) {
        findings.add(entry.id(), "un document", "zéro octet", NOT_EMPTY);
      }
    }
    for (DescribedDocument each : read.described()) {
      if (each.document().saysNothing()) {
        findings.add(
            each.entry().id() + ", /ClinicalDocument/component/structuredBody",
            "un texte ou une donnée dans une section",
            "des sections vides",
            NOT_EMPTY);
      }
    }
  }

  private static void vaccination(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    for (DescribedDocument each : read.described()) {
      each.document().templates().stream()
          .filter(model -> model.root().equals(VACCINATION_NOTE))
          .filter(model -> !model.extension().equals(VERSION_OF_NOTES))
          .forEach(
              model ->
                  findings.add(
                      each.entry().id() + ", /ClinicalDocument/templateId",
                      VERSION_OF_NOTES,
                      model.extension().isEmpty() ? "absent" : model.extension(),
                      "Produisez les notes de vaccination à la version "
                          + VERSION_OF_NOTES
                          + " du modèle."));
    }
  }
}
