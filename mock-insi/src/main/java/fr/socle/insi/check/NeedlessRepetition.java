package fr.socle.insi.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.check.SearchesOfOnePerson.Search;
import java.util.ArrayList;
import java.util.List;

/** INSI-T07, ours: a search that INSi has answered is not sent again as it was. */
final class NeedlessRepetition implements SequenceCheck {
  private static final Rule RULE =
      InsiRules.rule(
          "INSI-T07-2",
          RuleSource.SUPPOSE,
          "3 (A)",
          "Une recherche à laquelle INSi a répondu n'est pas envoyée une seconde fois à"
              + " l'identique.",
          "INSI-T07");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    for (SearchesOfOnePerson person : SearchesOfOnePerson.in(traffic)) {
      List<Search> answered = new ArrayList<>();
      for (Search search : person.searches()) {
        answered.stream()
            .filter(search::sameCriteriaAs)
            .findFirst()
            .ifPresent(
                earlier ->
                    findings.add(
                        search.sequence(),
                        "/Envelope/Body/RECSANSVITALE",
                        "une recherche différente de celle de l'échange " + earlier.sequence(),
                        "la même, déjà répondue par " + earlier.result(),
                        "Gardez la réponse d'INSi : ne renvoyez la recherche que si un critère"
                            + " change."));
        // After a fault, sending the same search again is the right thing to do.
        if (!search.isFault()) {
          answered.add(search);
        }
      }
    }
  }
}
