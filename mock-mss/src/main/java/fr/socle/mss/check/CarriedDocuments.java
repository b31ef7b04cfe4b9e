package fr.socle.mss.check;

import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.CdaPatient;
import fr.socle.documents.xdm.XdmDocument;
import fr.socle.documents.xdm.XdmSubset;
import fr.socle.mss.protocol.mail.ReadMail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The documents in the archives of a message. */
final class CarriedDocuments {
  private CarriedDocuments() {}

  static List<XdmSubset> subsets(ReadMail mail) {
    return mail.archives().stream()
        .flatMap(each -> each.archive().stream())
        .flatMap(archive -> archive.subsets().stream())
        .toList();
  }

  static List<XdmDocument> documents(ReadMail mail) {
    return subsets(mail).stream().flatMap(each -> each.documents().stream()).toList();
  }

  static List<CdaDocument> cdas(ReadMail mail) {
    return documents(mail).stream().flatMap(each -> Stream.ofNullable(each.document())).toList();
  }

  /**
   * Whether every document was found and read, so that what is absent is absent. Why one was not is
   * told by a rule of its own, most often a reserve.
   */
  static boolean isWhole(ReadMail mail) {
    return !mail.returnsArchive()
        && mail.archives().stream()
            .flatMap(each -> each.archive().stream())
            .allMatch(each -> each.problems().isEmpty() && !each.subsets().isEmpty())
        && subsets(mail).stream().allMatch(each -> each.unreadable().isEmpty())
        && documents(mail).stream().allMatch(CarriedDocuments::isRead);
  }

  private static boolean isRead(XdmDocument document) {
    return document.file() != null && document.unreadable().isEmpty();
  }

  static Optional<CdaPatient> patient(ReadMail mail) {
    return cdas(mail).stream().findFirst().map(CdaPatient::of);
  }
}
