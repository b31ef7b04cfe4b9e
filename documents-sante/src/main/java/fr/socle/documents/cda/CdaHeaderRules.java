package fr.socle.documents.cda;

import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import java.util.List;
import java.util.stream.Stream;

/** All that is asked of the header and the kind of body of a CDA document (cda.md 2, 3). */
public final class CdaHeaderRules {
  private CdaHeaderRules() {}

  /** Every rule, in the order of the header. */
  public static List<DocumentRule<CdaDocument>> all(ValueSets codes) {
    return Stream.of(
            CdaIdentityRules.all(codes),
            CdaPatientRules.all(codes),
            CdaPeopleRules.all(codes),
            CdaActRules.all(codes),
            CdaOthersRules.all(codes),
            CdaBodyRules.all())
        .flatMap(List::stream)
        .toList();
  }
}
