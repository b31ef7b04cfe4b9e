package fr.socle.dmp.registry.service;

import fr.socle.documents.xds.SubmissionSet;
import java.util.function.Predicate;

/** The parameters of a search of submission sets: dmp.md 1.10; those of ITI-18 besides (K). */
final class SetFilter {
  private SetFilter() {}

  /** Whether a submission set has all that is asked. */
  static Predicate<SubmissionSet> asked(AdhocQuery query) {
    Criteria<SubmissionSet> of = new Criteria<>(query, "$XDSSubmissionSet");
    return of.between("SubmissionTime", SubmissionSet::submissionTime)
        .and(of.words("SourceId", SubmissionSet::sourceId, Criteria::same))
        .and(of.words("AuthorPerson", set -> EntryFilter.persons(set.authors()), Criteria::like))
        .and(of.codes("ContentType", SubmissionSet::contentTypeCode));
  }
}
