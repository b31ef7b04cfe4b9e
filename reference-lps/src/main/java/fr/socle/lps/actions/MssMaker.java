package fr.socle.lps.actions;

import fr.socle.lps.dmp.record.Draft;
import fr.socle.lps.dmp.record.LocalDocument;
import fr.socle.lps.dmp.vihf.Professional;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.mss.message.Labels;
import fr.socle.lps.mss.message.Letter;
import fr.socle.lps.mss.xdm.ArchiveWriter;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes what a letter carries out of documents of a patient: the archive, the pages, the subject.
 */
final class MssMaker {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(PARIS);
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final String REPLACES = "[Annule et remplace] ";

  private final DocumentMaker maker;
  private final Services services;
  private final Defects defects;

  MssMaker(DocumentMaker maker, Services services, Defects defects) {
    this.maker = maker;
    this.services = services;
    this.defects = defects;
  }

  /** What a letter with these documents carries. */
  Letter.Carried carried(List<LocalDocument> documents, Dossier dossier) {
    List<byte[]> cdas = documents.stream().map(each -> maker.cda(each, dossier)).toList();
    List<String> files = new ArrayList<>();
    for (int rank = 1; rank <= documents.size(); rank++) {
      files.add(ArchiveWriter.file(rank));
    }
    Draft first = documents.get(0).draft();
    Professional sender = first.responsible();
    byte[] archive =
        ArchiveWriter.write(
            new ArchiveWriter.Sender(
                sender.givenName() + " " + sender.familyName(),
                sender.structure().name(),
                services.dmpSoftware().name() + " " + services.dmpSoftware().version()),
            maker.metadata(documents, dossier, files).write(),
            cdas);
    return new Letter.Carried(
        archive,
        documents.stream().map(each -> page(each, dossier)).toList(),
        documents.stream().map(each -> each.draft().type().type().code()).toList(),
        dossier.status() == IdentityStatus.QUALIFIEE);
  }

  private Letter.Page page(LocalDocument document, Dossier dossier) {
    Draft draft = document.draft();
    String name =
        String.join(
            "_",
            DAY.format(draft.start()),
            Labels.file(draft.type().type().label()),
            Labels.upper(dossier.traits().birthName()),
            Labels.plain(dossier.traits().firstName()));
    byte[] pdf = maker.pdf(document, dossier);
    byte[] sent =
        defects.has(Mutant.MSS_PDF_ABIME)
            ? "Ceci n'est pas un PDF.".getBytes(StandardCharsets.UTF_8)
            : pdf;
    return new Letter.Page(name + ".pdf", sent);
  }

  /** The subject of a letter with these documents (ECO.2.1.3). */
  String subject(List<LocalDocument> documents, Dossier dossier) {
    String type = documents.get(0).draft().type().type().label();
    String label =
        documents.size() == 1
            ? (defects.has(Mutant.MSS_OBJET_LONG) ? type + " " + type : Labels.cut(type))
            : String.format(Locale.ROOT, "%d documents", documents.size());
    String name =
        defects.has(Mutant.MSS_OBJET_SANS_NOM)
            ? ""
            : Labels.upper(dossier.traits().birthName())
                + " "
                + Labels.plain(dossier.traits().firstName())
                + " ";
    return (defects.has(Mutant.MSS_OBJET_SANS_PREFIXE) ? "" : "XDM/1.0/DDM+")
        + label
        + " "
        + name
        + LocalDate.parse(dossier.traits().birthDate()).format(SHOWN);
  }

  /** What a letter says, in the words of the user or in ours. */
  String text(List<LocalDocument> documents, String words) {
    boolean replaces =
        documents.stream()
            .map(LocalDocument::previous)
            .anyMatch(previous -> previous != null && previous.mailed());
    return (replaces && !defects.has(Mutant.MSS_REMPLACEMENT_TU) ? REPLACES : "") + words;
  }
}
