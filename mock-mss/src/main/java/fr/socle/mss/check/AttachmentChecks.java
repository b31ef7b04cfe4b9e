package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.onLetter;
import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.documents.cda.BodyKind;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.CdaPatient;
import fr.socle.documents.cda.InstanceId;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.ins.InsKind;
import fr.socle.documents.pdf.PdfA;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.ReadMail;
import fr.socle.mss.protocol.mail.ReadMail.Attachment;
import fr.socle.mss.protocol.mail.SubmittedMail;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is demanded of what is attached to a message: mssante.md 2.3. */
final class AttachmentChecks {
  private static final String DOCUMENTS = "MSS/CONF.23";
  private static final String SAME = "CDA/DD.12";
  private static final String NAMES = "MSS-T03";
  private static final int DAY = "AAAAMMJJ".length();
  private static final Pattern NAME =
      Pattern.compile("(\\d{8})_.+_[^_]+_[^_]+\\.pdf", Pattern.CASE_INSENSITIVE);

  private AttachmentChecks() {}

  static List<Check<SubmittedMail>> all(PdfA pdfA) {
    return List.of(
        onLetter(
            rule(
                "MSS-PJ-01",
                DOCUMENTS,
                RuleSource.VU,
                "2.3 (S: IGLPS)",
                "L'archive s'appelle IHE_XDM.ZIP."),
            AttachmentChecks::name),
        onLetter(
            rule(
                "MSS-PJ-02",
                DOCUMENTS,
                RuleSource.VU,
                "2.3 (S: IGLPS)",
                "L'archive est une pièce jointe application/zip, en base64."),
            AttachmentChecks::type),
        onLetter(
            rule(
                "MSS-PJ-03",
                DOCUMENTS,
                RuleSource.VU,
                "2.3 (S: REG)",
                "Un message a une archive au plus."),
            AttachmentChecks::one),
        onLetter(
            rule(
                "MSS-PJ-04",
                DOCUMENTS,
                RuleSource.TEXTE,
                "2.3 (S: REG, ECO.2.1.1)",
                "Chaque CDA de l'archive est joint en PDF aussi."),
            AttachmentChecks::pdfs),
        onLetter(
            rule(
                "MSS-PJ-05",
                DOCUMENTS,
                RuleSource.VU,
                "2.3 (S: REG, ECO.2.1.1) ; jugé par PDFBox",
                "Un PDF joint à une archive est un PDF/A-1."),
            (mail, submitted, findings) -> pdfA(pdfA, mail, findings)),
        onLetter(
            rule(
                "MSS-PJ-06",
                SAME,
                RuleSource.TEXTE,
                "2.3 (S: REG, ECO.2.1.5)",
                "Le PDF d'un N1 est joint, identique à celui du CDA."),
            AttachmentChecks::identical),
        onLetter(
            rule(
                "MSS-PJ-07",
                NAMES,
                RuleSource.SECONDE_MAIN,
                "2.3 (S2: HPF, ECO.2.1.6)",
                "Un PDF joint à une archive s'appelle date_type_NOM_prénom, puis le dossier si l'on veut."),
            AttachmentChecks::names),
        onLetter(
            rule(
                "MSS-PJ-08",
                DOCUMENTS,
                RuleSource.TEXTE,
                "2.3 (S: REG, ECO.2.1.1)",
                "Les documents d'un message sont d'un seul patient."),
            AttachmentChecks::patient));
  }

  private static void name(ReadMail mail, SubmittedMail submitted, Findings findings) {
    for (Attachment archive : mail.archives()) {
      if (!archive.name().equalsIgnoreCase("IHE_XDM.ZIP")) {
        findings.add(
            archive.place(),
            "IHE_XDM.ZIP",
            MailRules.shown(archive.name()),
            "Nommez l'archive IHE_XDM.ZIP : c'est à son nom qu'on la reconnaît.");
      }
    }
  }

  private static void type(ReadMail mail, SubmittedMail submitted, Findings findings) {
    for (Attachment archive : mail.archives()) {
      String type = archive.part().type().value().toLowerCase(Locale.ROOT);
      String encoding = archive.part().encoding().toLowerCase(Locale.ROOT);
      String disposition =
          archive.part().header().first("Content-Disposition").orElse("").toLowerCase(Locale.ROOT);
      if (!Set.of("application/zip", "application/x-zip-compressed").contains(type)
          || !encoding.equals("base64")
          || !disposition.startsWith("attachment")) {
        findings.add(
            archive.place(),
            "application/zip, base64, attachment",
            type + ", " + encoding + ", " + MailRules.shown(disposition),
            "Joignez l'archive en application/zip, codée en base64, avec Content-Disposition:"
                + " attachment.");
      }
    }
  }

  private static void one(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (mail.archives().size() > 1) {
      findings.add(
          "pièces jointes",
          "une archive IHE_XDM",
          mail.archives().size() + " archives",
          "Mettez tous les documents du message dans une seule archive.");
    }
  }

  private static void pdfs(ReadMail mail, SubmittedMail submitted, Findings findings) {
    int documents = CarriedDocuments.cdas(mail).size();
    if (mail.pdfs().size() < documents) {
      findings.add(
          "pièces jointes",
          documents + " PDF, un par document CDA",
          mail.pdfs().size() + " PDF",
          "Joignez, à côté de l'archive, chaque document en PDF/A-1.");
    }
  }

  private static void pdfA(PdfA pdfA, ReadMail mail, Findings findings) {
    if (CarriedDocuments.cdas(mail).isEmpty()) {
      return;
    }
    for (Attachment pdf : mail.pdfs()) {
      PdfA.Verdict verdict = pdfA.judge(bytes(pdf));
      if (verdict.judged() && !verdict.conforms()) {
        findings.add(
            pdf.place(),
            "un PDF/A-1",
            String.join(" ; ", verdict.problems()),
            "Produisez les PDF joints en PDF/A-1.");
      }
    }
  }

  private static byte[] bytes(Attachment pdf) {
    return pdf.pdf() == null ? new byte[0] : pdf.pdf().all();
  }

  private static void identical(ReadMail mail, SubmittedMail submitted, Findings findings) {
    List<byte[]> attached = mail.pdfs().stream().map(AttachmentChecks::bytes).toList();
    if (attached.isEmpty()) {
      return; // Another rule says so.
    }
    for (CdaDocument document : CarriedDocuments.cdas(mail)) {
      if (document.bodyKind() != BodyKind.N1 || !document.mediaType().equals("application/pdf")) {
        continue;
      }
      document
          .pdf()
          .filter(inside -> attached.stream().noneMatch(each -> Arrays.equals(each, inside)))
          .ifPresent(
              inside ->
                  findings.add(
                      "pièces jointes",
                      "le PDF du document " + document.id().uniqueId() + ", octet pour octet",
                      "d'autres PDF",
                      "Joignez tel quel le PDF que le CDA de niveau 1 contient."));
    }
  }

  private static void names(ReadMail mail, SubmittedMail submitted, Findings findings) {
    int documents = CarriedDocuments.cdas(mail).size();
    List<Attachment> others = mail.pdfs().stream().filter(pdf -> !isNamed(pdf)).toList();
    if (mail.pdfs().size() - others.size() >= Math.min(documents, mail.pdfs().size())) {
      return; // What goes with the documents may be called otherwise.
    }
    for (Attachment pdf : others) {
      findings.add(
          pdf.place(),
          "AAAAMMJJ_type_NOM_prenom.pdf",
          MailRules.shown(pdf.name()),
          "Nommez le PDF par la date de l'acte, le type, le nom et le prénom, séparés par _.");
    }
  }

  private static boolean isNamed(Attachment pdf) {
    Matcher matcher = NAME.matcher(pdf.name());
    return matcher.matches() && isDay(matcher.group(1));
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void patient(ReadMail mail, SubmittedMail submitted, Findings findings) {
    List<CdaPatient> inside = CarriedDocuments.cdas(mail).stream().map(CdaPatient::of).toList();
    List<InstanceId> documents = inside.stream().flatMap(each -> each.ins().stream()).toList();
    List<Cx> metadata =
        CarriedDocuments.documents(mail).stream()
            .flatMap(each -> each.entry().patientId().stream())
            .map(Cx::read)
            .filter(each -> each.idType().equals(Cx.NATIONAL))
            .toList();
    Set<String> numbers = new TreeSet<>();
    documents.forEach(each -> numbers.add(number(each.extension())));
    Set<String> patients = new TreeSet<>(numbers);
    metadata.forEach(each -> patients.add(number(each.id())));
    List<List<String>> traits = inside.stream().map(AttachmentChecks::traits).distinct().toList();
    boolean isOnePerson = traits.size() == 1 && !traits.get(0).contains("");
    boolean isNumberedTwice =
        isOnePerson && (numbers.containsAll(patients) || waits(documents, metadata));
    if (patients.size() > 1 && !isNumberedTwice) {
      findings.add(
          "archive",
          "un seul patient",
          patients.size() + " : " + String.join(", ", patients),
          "Ne mettez dans un message que les documents d'un seul patient.");
    }
  }

  private static boolean waits(List<InstanceId> documents, List<Cx> metadata) {
    return Stream.concat(
                documents.stream().map(InstanceId::root), metadata.stream().map(Cx::authority))
            .flatMap(each -> InsKind.ofOid(each).stream())
            .map(InsKind::label)
            .distinct()
            .count()
        > 1;
  }

  // A number of waiting gives way to a NIR: the same person may be written under both.
  private static List<String> traits(CdaPatient patient) {
    return List.of(
        Normalizer.normalize(patient.families().stream().findFirst().orElse(""), Form.NFD)
            .replaceAll("\\P{L}", "")
            .toUpperCase(Locale.ROOT),
        patient.birthDate().substring(0, Math.min(DAY, patient.birthDate().length())),
        patient.sex());
  }

  // The key may be wrong in one place, which another rule says.
  private static String number(String matricule) {
    return matricule.length() > 13 ? matricule.substring(0, 13) : matricule;
  }
}
