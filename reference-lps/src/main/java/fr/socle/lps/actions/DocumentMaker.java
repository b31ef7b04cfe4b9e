package fr.socle.lps.actions;

import fr.socle.lps.dmp.cda.Body;
import fr.socle.lps.dmp.cda.CdaPatient;
import fr.socle.lps.dmp.cda.CdaWriter;
import fr.socle.lps.dmp.cda.Writing;
import fr.socle.lps.dmp.ebxml.Author;
import fr.socle.lps.dmp.ebxml.DocumentTypes;
import fr.socle.lps.dmp.ebxml.Entry;
import fr.socle.lps.dmp.ebxml.Lot;
import fr.socle.lps.dmp.ebxml.Patient;
import fr.socle.lps.dmp.ebxml.Submission;
import fr.socle.lps.dmp.ebxml.Visibility;
import fr.socle.lps.dmp.ebxml.Xades;
import fr.socle.lps.dmp.ebxml.XdmMetadata;
import fr.socle.lps.dmp.record.Documents;
import fr.socle.lps.dmp.record.Draft;
import fr.socle.lps.dmp.record.LocalDocument;
import fr.socle.lps.dmp.vihf.Professional;
import fr.socle.lps.dmp.vihf.Seal;
import fr.socle.lps.dmp.vihf.VihfMaker;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.papier.ArchivalPages;
import fr.socle.lps.papier.InsDatamatrix;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes documents out of what their authors validated: the PDF/A-1, the CDA, the submission. */
final class DocumentMaker {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(PARIS);
  private static final String USUAL_NOTICE =
      "Vos données de santé sont traitées par votre professionnel de santé pour vous soigner. Vous"
          + " pouvez y accéder, les faire rectifier et vous opposer à leur envoi dans Mon espace"
          + " santé en vous adressant à lui.";

  private final Services services;
  private final CdaWriter writer;
  private final InsDatamatrix datamatrix;
  private final Defects defects;
  private final Clock clock;
  // DOC/va1.05: a text the practice can change; the clerk of the sendings reads it too
  private volatile String notice = USUAL_NOTICE;

  DocumentMaker(Services services, Clock clock, Defects defects) {
    this.services = services;
    this.writer = new CdaWriter(defects);
    this.datamatrix = new InsDatamatrix(defects);
    this.defects = defects;
    this.clock = clock;
  }

  /** What the bottom of each page says to the patient. */
  void notice(String text) {
    notice = defects.has(Mutant.DMP_MENTION_FIGEE) ? USUAL_NOTICE : text;
  }

  /** The notice of a practice that changed nothing. */
  void usualNotice() {
    notice = USUAL_NOTICE;
  }

  /** The OID under which this practice numbers its patients. */
  String patients() {
    return services.installation() + ".1";
  }

  /** The OID under which this practice numbers its orders. */
  String orders() {
    return services.installation() + ".3";
  }

  /** The PDF/A-1 of a document: the one its CDA was made from, once it is made (CDA/DD.12). */
  byte[] pdf(LocalDocument document, Dossier dossier) {
    byte[] kept = document.page();
    return kept == null ? page(document, dossier) : kept;
  }

  private byte[] page(LocalDocument document, Dossier dossier) {
    Draft draft = document.draft();
    Ins ins = ins(dossier);
    List<String> lines = new ArrayList<>();
    lines.add(draft.title());
    lines.add("Type de document : " + draft.type().type().label());
    lines.add("Date du document : " + SHOWN.format(draft.created()));
    lines.add("Date de l'acte : " + SHOWN.format(draft.start()));
    draft.authors().forEach(author -> lines.add("Auteur : " + name(author)));
    Professional responsible = draft.responsible();
    lines.add("Responsable : " + responsible.givenName() + " " + responsible.familyName());
    lines.add("Structure : " + responsible.structure().name());
    lines.addAll(identity(dossier, ins));
    draft
        .recipients()
        .forEach(
            recipient ->
                lines.add(
                    "Destinataire : " + recipient.givenName() + " " + recipient.familyName()));
    if (draft.order() != null) {
      lines.add("Numéro de la demande : " + draft.order().number());
    }
    lines.add("");
    draft.content().lines().forEach(line -> lines.add(figures(line)));
    return ArchivalPages.pdf(
        draft.title(),
        lines,
        notice,
        ins == null || defects.has(Mutant.DMP_PDF_SANS_DATAMATRIX)
            ? null
            : datamatrix.text(ins, dossier.traits()),
        !defects.has(Mutant.DMP_PDF_SANS_MARQUE));
  }

  private String figures(String line) {
    return defects.has(Mutant.DMP_PDF_ARRONDI) ? line.replaceAll("([0-9])[.][0-9]+", "$1") : line;
  }

  private List<String> identity(Dossier dossier, @Nullable Ins ins) {
    List<String> lines = new ArrayList<>();
    lines.add("Patient : " + dossier.traits().birthName() + " " + dossier.traits().firstName());
    lines.add(
        "Né(e) le " + dossier.traits().birthDate() + ", sexe " + dossier.traits().sex().name());
    if (ins != null && !defects.has(Mutant.DMP_PDF_SANS_MATRICULE)) {
      lines.add("Matricule INS : " + ins.matricule() + " " + ins.key());
    }
    return lines;
  }

  private static String name(Author author) {
    return author.legalPerson()
        ? author.who().structure().name()
        : author.who().givenName() + " " + author.who().familyName();
  }

  /** The PDF that the user is shown. */
  byte[] shown(LocalDocument document, Dossier dossier) {
    byte[] pdf = pdf(document, dossier);
    return defects.has(Mutant.DMP_PDF_REFAIT) ? Arrays.copyOf(pdf, pdf.length + 1) : pdf;
  }

  /** The CDA of a document, made once and kept. */
  byte[] cda(LocalDocument document, Dossier dossier) {
    byte[] made = document.made();
    if (made == null) {
      byte[] page = page(document, dossier);
      made = write(document, dossier, page);
      document.keep(made, page);
    }
    return made;
  }

  private byte[] write(LocalDocument document, Dossier dossier, byte[] page) {
    Draft draft = document.draft();
    LocalDocument previous = document.previous();
    return writer.write(
        new Writing(
            document.uniqueId(),
            document.setId(),
            document.version(),
            previous == null || defects.has(Mutant.DMP_CORRIGE_SANS_ANCIEN)
                ? null
                : previous.uniqueId(),
            draft.type(),
            draft.title(),
            draft.content(),
            new CdaPatient(dossier.traits(), ins(dossier), dossier.id(), patients()),
            draft.created(),
            defects.has(Mutant.DMP_ACTE_DATE_DU_JOUR) ? clock.instant() : draft.start(),
            draft.authors(),
            draft.responsible(),
            defects.has(Mutant.DMP_DESTINATAIRE_OUBLIE) && !draft.recipients().isEmpty()
                ? draft.recipients().subList(0, 1)
                : draft.recipients(),
            draft.order()),
        page);
  }

  // INS/va1.53: without a qualified identity, nothing of an INS
  private static @Nullable Ins ins(Dossier dossier) {
    return dossier.status() == IdentityStatus.QUALIFIEE ? dossier.ins() : null;
  }

  /**
   * The submission of documents, in one lot.
   *
   * @param documents at least one, of the same patient
   * @param replaced entryUUID of the entry that one of them replaces, by its uniqueId
   */
  Submission submission(
      List<LocalDocument> documents,
      Dossier dossier,
      Ins ins,
      VihfMaker caller,
      boolean secret,
      Map<String, String> replaced) {
    Instant now = clock.instant();
    Patient patient = Patient.of(dossier, ins, patients());
    List<Entry> entries = new ArrayList<>();
    Map<String, String> replacing = new LinkedHashMap<>();
    for (LocalDocument document : documents) {
      String symbol = String.format(Locale.ROOT, "Document%02d", entries.size() + 1);
      entries.add(entry(symbol, document, dossier, secret));
      if (replaced.containsKey(document.uniqueId())) {
        replacing.put(symbol, replaced.get(document.uniqueId()));
      }
    }
    LocalDocument first = documents.get(0);
    List<Author> authors = first.draft().authors();
    Lot lot = lot(first.lotId(), authors.get(authors.size() - 1), patient, now);
    List<Entry> signature = signature(lot, entries, caller.seal(), now);
    return new Submission(lot, entries, replacing, signature, defects);
  }

  /**
   * The metadata of documents that travel in an archive: under the INS of a qualified identity,
   * else under the number of the patient here (INS/va1.53).
   *
   * @param documents at least one, of the same patient
   * @param files names of their files, in the same order
   */
  XdmMetadata metadata(List<LocalDocument> documents, Dossier dossier, List<String> files) {
    Ins ins = ins(dossier);
    Patient patient =
        ins == null
            ? Patient.withoutIns(dossier, patients())
            : Patient.of(dossier, ins, patients());
    List<Entry> entries = new ArrayList<>();
    for (LocalDocument document : documents) {
      String symbol = String.format(Locale.ROOT, "Document%02d", entries.size() + 1);
      entries.add(entry(symbol, document, dossier, false));
    }
    List<Author> authors = documents.get(0).draft().authors();
    Lot lot = lot(Documents.oid(), authors.get(authors.size() - 1), patient, clock.instant());
    return new XdmMetadata(lot, entries, files);
  }

  private Entry entry(String symbol, LocalDocument document, Dossier dossier, boolean secret) {
    Draft draft = document.draft();
    Visibility visibility =
        secret && !defects.has(Mutant.DMP_SECRET_VISIBLE)
            ? draft.visibility().secret()
            : shown(draft.visibility());
    return new Entry(
        symbol,
        document.uniqueId(),
        described(draft.type()),
        Body.of(draft.type(), draft.content()).format(),
        draft.title(),
        draft.authors(),
        draft.responsible(),
        draft.created(),
        draft.start(),
        visibility,
        draft.order() == null || defects.has(Mutant.DMP_DEMANDE_SANS_REFERENCE)
            ? List.of()
            : List.of(draft.order().reference()),
        cda(document, dossier));
  }

  private DocumentTypes.Type described(DocumentTypes.Type type) {
    return defects.has(Mutant.DMP_CLASSE_UNIQUE)
        ? new DocumentTypes.Type(type.type(), DocumentTypes.classCode("10"))
        : type;
  }

  private Visibility shown(Visibility wanted) {
    if (defects.has(Mutant.DMP_VISIBILITE_IGNOREE)) {
      return Visibility.EVERYBODY;
    }
    return defects.has(Mutant.DMP_MASQUE_OUBLIE)
        ? new Visibility(false, wanted.patient(), wanted.representatives())
        : wanted;
  }

  private List<Entry> signature(Lot lot, List<Entry> documents, @Nullable Seal seal, Instant now) {
    if (seal == null || defects.has(Mutant.DMP_ENVOI_NON_SIGNE)) {
      return List.of();
    }
    byte[] bytes = new Xades(seal).sign(lot.uniqueId(), documents, now);
    Entry document = documents.get(0);
    return List.of(
        new Entry(
            "Signature01",
            Documents.oid(),
            document.type(),
            document.format(),
            "Source",
            document.authors(),
            document.responsible(),
            now,
            now,
            Visibility.EVERYBODY,
            List.of(),
            bytes));
  }

  /** A set to change documents of a patient with. */
  Lot lot(Dossier dossier, Ins ins, Professional who) {
    return lot(
        Documents.oid(), Author.of(who), Patient.of(dossier, ins, patients()), clock.instant());
  }

  private Lot lot(String id, Author author, Patient patient, Instant now) {
    String source =
        defects.has(Mutant.DMP_LOT_SOURCE_NOMMEE)
            ? services.dmpSoftware().name()
            : services.installation();
    return new Lot(id, source, author, patient, now);
  }
}
