package fr.socle.insi.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.check.SearchesOfOnePerson.Search;
import java.util.List;

/** INSI-T07: after 02, the next search says more: the other first names, then the place. */
final class ReactionToSeveral implements SequenceCheck {
  private static final Rule RULE =
      InsiRules.rule(
          "INSI-T07-1",
          RuleSource.VU,
          "3 (S:12)",
          "Après 02, la recherche suivante ajoute les autres prénoms ou le lieu de naissance.",
          "INSI-T07");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    for (SearchesOfOnePerson person : SearchesOfOnePerson.in(traffic)) {
      List<Search> searches = person.searches();
      for (int i = 1; i < searches.size(); i++) {
        Search before = searches.get(i - 1);
        Search search = searches.get(i);
        if (before.result().equals("02") && !saysMore(before, search)) {
          findings.add(
              search.sequence(),
              "/Envelope/Body/RECSANSVITALE",
              "les prénoms "
                  + String.join(" ", before.words())
                  + " suivis des autres, ou le lieu de naissance",
              String.join(" ", search.words())
                  + (search.place().isEmpty() ? ", sans lieu" : ", lieu " + search.place()),
              "Après 02, complétez la recherche par les autres prénoms de la pièce d'identité,"
                  + " puis par le code du lieu de naissance.");
        }
      }
    }
  }

  private static boolean saysMore(Search before, Search search) {
    List<String> old = before.words();
    List<String> now = search.words();
    boolean keepsNames = now.size() >= old.size() && now.subList(0, old.size()).equals(old);
    boolean keepsPlace = before.place().isEmpty() || before.place().equals(search.place());
    return keepsNames && keepsPlace && !before.sameCriteriaAs(search);
  }
}
