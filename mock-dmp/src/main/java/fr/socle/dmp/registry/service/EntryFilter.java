package fr.socle.dmp.registry.service;

import fr.socle.documents.xds.Author;
import fr.socle.documents.xds.DocumentEntry;
import java.util.List;
import java.util.function.Predicate;

/** The parameters of a search of documents: dmp.md 1.10 (S:MSG, DEH, DRIM, KIT). */
final class EntryFilter {
  private EntryFilter() {}

  /** Whether a document has all that is asked. */
  static Predicate<DocumentEntry> asked(AdhocQuery query) {
    Criteria<DocumentEntry> of = new Criteria<>(query, "$XDSDocumentEntry");
    return of.codes("ClassCode", DocumentEntry::classCode)
        .and(of.codes("TypeCode", DocumentEntry::typeCode))
        .and(of.codes("FormatCode", DocumentEntry::formatCode))
        .and(of.codes("PracticeSettingCode", DocumentEntry::practiceSettingCode))
        .and(of.codes("HealthcareFacilityTypeCode", DocumentEntry::healthcareFacilityTypeCode))
        .and(of.codes("ConfidentialityCode", DocumentEntry::confidentialityCode))
        .and(of.codes("EventCodeList", DocumentEntry::eventCodeList))
        .and(of.between("CreationTime", DocumentEntry::creationTime))
        .and(of.between("ServiceStartTime", DocumentEntry::serviceStartTime))
        .and(of.between("ServiceStopTime", DocumentEntry::serviceStopTime))
        .and(of.words("ReferenceIdList", DocumentEntry::referenceIdList, Criteria::same))
        // Stable documents and those made on demand; the DMP has stable ones (K).
        .and(
            of.words(
                "Type", entry -> List.of(entry.object().attribute("objectType")), Criteria::same))
        .and(of.words("AuthorPerson", entry -> persons(entry.authors()), Criteria::like));
  }

  /** Whoever wrote it. */
  static List<String> persons(List<Author> authors) {
    return authors.stream().flatMap(author -> author.persons().stream()).toList();
  }
}
