package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.onLetter;
import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.documents.xdm.XdmArchive;
import fr.socle.documents.xdm.XdmDocument;
import fr.socle.documents.xdm.XdmFile;
import fr.socle.documents.xdm.XdmProblem;
import fr.socle.documents.xdm.XdmProblem.Kind;
import fr.socle.documents.xdm.XdmSubset;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.EbXml;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.ReadMail;
import fr.socle.mss.protocol.mail.SubmittedMail;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What is demanded of the archive of a message: mssante.md 2.4, 2.5, 5 (line 20). */
final class ArchiveChecks {
  private static final String ARCHIVE = "MSS/CONF.23";
  private static final String LAYOUT = "MSS-T04";
  private static final String METADATA = "MSS-T05";
  private static final String AGREEMENT = "MSS-T06";
  private static final String HEADERS = "MSS-T07";
  private static final int MOST = 20;
  private static final Pattern ISO_NAME =
      Pattern.compile("(?:[A-Z0-9_]{1,8}/)*[A-Z0-9_]{1,8}(?:\\.[A-Z0-9_]{1,3})?");
  private static final Pattern PLACE =
      Pattern.compile("IHE_XDM/[^/]+/METADATA\\.XML", Pattern.CASE_INSENSITIVE);

  static final List<Check<SubmittedMail>> ALL =
      List.of(
          onLetter(
              rule(
                  "MSS-XD-01",
                  ARCHIVE,
                  RuleSource.TEXTE,
                  "2.3 (S: REG, ECO.2.1.1)",
                  "Une archive IHE_XDM est un zip qui se lit en entier."),
              problems(
                  EnumSet.of(Kind.NOT_A_ZIP, Kind.TRUNCATED, Kind.DAMAGED),
                  "un zip entier",
                  "Écrivez l'archive en entier, et relisez-la avant de la joindre.")),
          onLetter(
              rule(
                  "MSS-XD-02",
                  LAYOUT,
                  RuleSource.CONNU,
                  "2.4 (K)",
                  "Une archive n'est pas chiffrée."),
              problems(
                  EnumSet.of(Kind.ENCRYPTED),
                  "des entrées en clair",
                  "Ne chiffrez pas l'archive : la MSSanté protège déjà le message.")),
          onLetter(
              rule(
                  "MSS-XD-03",
                  LAYOUT,
                  RuleSource.CONNU,
                  "2.4 (K)",
                  "Aucun chemin ne sort de l'archive."),
              problems(
                  EnumSet.of(Kind.PATH),
                  "un chemin relatif, sans .. ni \\",
                  "Écrivez dans l'archive des chemins relatifs, avec des /.")),
          onLetter(
              rule(
                  "MSS-XD-04",
                  LAYOUT,
                  RuleSource.CONNU,
                  "2.4 (K)",
                  "Deux entrées d'une archive n'ont pas le même chemin."),
              problems(
                  EnumSet.of(Kind.DUPLICATE),
                  "une entrée par chemin",
                  "N'écrivez chaque fichier qu'une fois dans l'archive.")),
          onLetter(
              rule(
                  "MSS-XD-05",
                  LAYOUT,
                  RuleSource.CONNU,
                  "2.4, 5, ligne 20 (K)",
                  "Une archive reste d'une taille raisonnable une fois décomprimée."),
              problems(
                  EnumSet.of(Kind.BOMB, Kind.TOO_LARGE),
                  "32 Mio par entrée et 64 Mio en tout, ce que le banc lit",
                  "Réduisez les documents : l'archive devient énorme quand on l'ouvre.")),
          onLetter(
              rule(
                  "MSS-XD-06",
                  LAYOUT,
                  RuleSource.CONNU,
                  "2.4, 5, ligne 20 (K)",
                  "Une archive a peu d'entrées, au format zip ordinaire."),
              problems(
                  EnumSet.of(Kind.TOO_MANY, Kind.ZIP64, Kind.METHOD),
                  "mille entrées au plus, par deflate ou sans compression, sans ZIP64",
                  "N'archivez que les documents du message, au format zip ordinaire.")),
          onLetter(
              rule(
                  "MSS-XD-07",
                  LAYOUT,
                  RuleSource.VU,
                  "2.4 (S: MB, TCC ; IHE ITI-32 K)",
                  "Une archive a un METADATA.XML dans un sous-dossier d'IHE_XDM."),
              onArchive(ArchiveChecks::metadata)),
          onLetter(
              rule(
                  "MSS-XD-08",
                  LAYOUT,
                  RuleSource.VU,
                  "2.4 (S: MB, TCC)",
                  "Une archive a README.TXT et INDEX.HTM à sa racine."),
              onArchive(ArchiveChecks::notices)),
          onLetter(
              rule(
                  "MSS-XD-09",
                  LAYOUT,
                  RuleSource.VU,
                  "2.4 (S: MB)",
                  "Les noms d'une archive sont ceux d'ISO 9660 : majuscules, huit caractères et trois."),
              onArchive(ArchiveChecks::names)),
          onLetter(
              rule(
                  "MSS-XD-10",
                  METADATA,
                  RuleSource.NORME,
                  "2.5 (S: TCC) ; XML 1.0 2.1",
                  "METADATA.XML est un XML bien formé."),
              onArchive(ArchiveChecks::wellFormed)),
          onLetter(
              rule(
                  "MSS-XD-11",
                  METADATA,
                  RuleSource.VU,
                  "2.5 (S: TCC)",
                  "La racine de METADATA.XML est SubmitObjectsRequest."),
              onArchive(ArchiveChecks::root)),
          onLetter(
              rule(
                  "MSS-XD-12",
                  METADATA,
                  RuleSource.VU,
                  "2.5 (S: TCC)",
                  "URI nomme le fichier de chaque document de l'archive."),
              onArchive(ArchiveChecks::uri)),
          onLetter(
              rule(
                  "MSS-XD-13",
                  ARCHIVE,
                  RuleSource.TEXTE,
                  "2.3 (S: REG, ECO.2.1.1)",
                  "Une archive porte au moins un document CDA."),
              ArchiveChecks::documents),
          onLetter(
              rule(
                  "MSS-XD-14",
                  HEADERS,
                  RuleSource.VU,
                  "2.4, 2.5 (S: TCC)",
                  "Un document text/xml est un CDA qui se lit."),
              onArchive(ArchiveChecks::readable)),
          onLetter(
              rule(
                  "MSS-XD-15",
                  AGREEMENT,
                  RuleSource.VU,
                  "2.5 (S: TCC)",
                  "hash et size d'un document qui n'est pas un CDA sont ceux de ses octets."),
              onArchive(ArchiveChecks::agreement)),
          onLetter(
              rule(
                  "MSS-XD-16",
                  METADATA,
                  RuleSource.CONNU,
                  "2.5 (K)",
                  "METADATA.XML est sans DOCTYPE, d'un codage connu et d'une taille raisonnable."),
              onArchive(ArchiveChecks::read)));

  private ArchiveChecks() {}

  private static MailRules.OnMail onArchive(BiConsumer<XdmArchive, Findings> judge) {
    return (mail, submitted, findings) ->
        mail.archives().forEach(each -> each.archive().ifPresent(a -> judge.accept(a, findings)));
  }

  private static MailRules.OnMail problems(Set<Kind> kinds, String expected, String mend) {
    return onArchive(
        (archive, findings) ->
            archive.problems().stream()
                .filter(each -> kinds.contains(each.kind()))
                .limit(MOST)
                .forEach(each -> findings.add(place(each), expected, each.detail(), mend)));
  }

  private static String place(XdmProblem problem) {
    return problem.place().equals("archive") ? "archive" : "archive, " + problem.place();
  }

  /** Whether nothing is hidden by what could not be read. */
  private static boolean isWhole(XdmArchive archive) {
    return archive.problems().isEmpty();
  }

  private static void metadata(XdmArchive archive, Findings findings) {
    if (isWhole(archive)
        && archive.subsets().stream()
            .noneMatch(each -> PLACE.matcher(each.metadata().path()).matches())) {
      findings.add(
          "archive",
          "IHE_XDM/SUBSET01/METADATA.XML",
          archive.subsets().isEmpty() ? "absent" : archive.subsets().get(0).metadata().path(),
          "Mettez METADATA.XML et les documents dans IHE_XDM/SUBSET01/.");
    }
  }

  private static void notices(XdmArchive archive, Findings findings) {
    for (String name : List.of(XdmArchive.README, XdmArchive.INDEX)) {
      if (isWhole(archive) && archive.file(name).isEmpty()) {
        findings.add(
            "archive, " + name,
            "présent",
            "absent",
            "Ajoutez " + name + " à la racine de l'archive : qui envoie, avec quoi, comment lire.");
      }
    }
  }

  private static void names(XdmArchive archive, Findings findings) {
    archive.files().stream()
        .map(XdmFile::path)
        .filter(path -> !ISO_NAME.matcher(path).matches())
        .limit(MOST)
        .forEach(
            path ->
                findings.add(
                    "archive, " + path,
                    "huit caractères A-Z, 0-9 ou _, un point et trois, comme DOC0001.XML",
                    path,
                    "Nommez les fichiers et les dossiers comme le veut ISO 9660."));
  }

  private static void wellFormed(XdmArchive archive, Findings findings) {
    for (XdmSubset subset : archive.subsets()) {
      if (!subset.unreadable().isEmpty() && !subset.beyond()) {
        findings.add(
            "archive, " + subset.metadata().path(),
            "un XML bien formé",
            subset.unreadable(),
            "Écrivez METADATA.XML en XML, avec une bibliothèque.");
      }
    }
  }

  private static void read(XdmArchive archive, Findings findings) {
    for (XdmSubset subset : archive.subsets()) {
      if (subset.beyond()) {
        findings.add(
            "archive, " + subset.metadata().path(),
            "un XML que le banc lit",
            subset.unreadable(),
            "Écrivez METADATA.XML en UTF-8, sans DOCTYPE ni entité, pour les seuls documents joints.");
      }
    }
  }

  private static void root(XdmArchive archive, Findings findings) {
    for (XdmSubset subset : archive.subsets()) {
      subset
          .root()
          .filter(root -> !root.equals(EbXml.SUBMIT_OBJECTS_REQUEST))
          .ifPresent(
              root ->
                  findings.add(
                      "archive, " + subset.metadata().path(),
                      EbXml.SUBMIT_OBJECTS_REQUEST.toString(),
                      root.toString(),
                      "Mettez à la racine SubmitObjectsRequest, de l'espace de noms lcm:3.0."));
    }
  }

  private static void uri(XdmArchive archive, Findings findings) {
    if (!isWhole(archive)) {
      return; // The file may be what could not be read.
    }
    for (XdmDocument document : archive.documents()) {
      if (document.file() == null) {
        List<String> uri = document.entry().uri();
        findings.add(
            "METADATA.XML, " + document.entry().id() + ", URI",
            "le nom d'un fichier à côté de METADATA.XML",
            uri.isEmpty() ? "absent" : String.join(", ", uri),
            "Écrivez dans URI le nom du fichier du document.");
      }
    }
  }

  private static void documents(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (!mail.archives().isEmpty()
        && CarriedDocuments.isWhole(mail)
        && CarriedDocuments.cdas(mail).isEmpty()) {
      findings.add(
          "archive",
          "un document CDA R2 ou plus",
          "aucun",
          "Mettez dans l'archive le document en CDA, de niveau 1 ou 3.");
    }
  }

  private static void readable(XdmArchive archive, Findings findings) {
    for (XdmDocument document : archive.documents()) {
      if (!document.unreadable().isEmpty() && !document.beyond()) {
        findings.add(
            "archive, " + document.entry().id(),
            "un document CDA R2",
            document.unreadable(),
            "Mettez dans l'archive un CDA bien formé, ou corrigez mimeType.");
      }
    }
  }

  private static void agreement(XdmArchive archive, Findings findings) {
    for (XdmDocument document : archive.documents()) {
      XdmFile file = document.file();
      if (file == null || document.document() != null || !document.unreadable().isEmpty()) {
        continue;
      }
      DocumentEntry entry = document.entry();
      same(entry, "hash", entry.hash(), document.digest(), findings);
      same(entry, "size", entry.size(), String.valueOf(file.bytes().length), findings);
    }
  }

  private static void same(
      DocumentEntry entry, String attribute, List<String> said, String right, Findings findings) {
    said.stream()
        .filter(value -> !value.equalsIgnoreCase(right))
        .forEach(
            value ->
                findings.add(
                    "METADATA.XML, " + entry.id() + ", " + attribute,
                    right,
                    value,
                    "Calculez " + attribute + " sur les octets mis dans l'archive."));
  }
}
